/** 填写自评: what the town reports on each item, with files and records; on computed items where it has something to say. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useParams } from "react-router";
import { asProblem } from "@/api/problem";
import { Answered } from "@/ui/Answered";
import { FilesItem } from "@/ui/FilesItem";
import { FormPage } from "@/ui/FormPage";
import { HundredthsInput } from "@/ui/HundredthsInput";
import rows from "@/ui/Rows.module.css";
import { LinkedRecord } from "../evidence/LinkedRecord";
import { card, report, type Card, type Line, type ReportLine } from "./queries";
import { pointsOf, recordHref, valueOf } from "./values";

interface Row {
  report?: string | null;
  claimed_hundredths?: number | null;
  attachment_ids?: string[];
  records?: string[];
}

interface Values {
  lines: Row[];
}

const mustReport = ({ reading, item, applies }: Line) => reading.standing === "reported" || (applies && item.evidence_required);

/** Those that have to be reported first. */
const inOrder = ({ lines }: Card) => [...lines.filter(mustReport), ...lines.filter((line) => !mustReport(line))];

const holdsMore = (row?: Row) => Boolean(row?.attachment_ids?.length || row?.records?.length);

/** Whatever is written on, with the row of the form that it stands in. */
const written = (lines: Line[], { lines: filled }: Values) =>
  lines.flatMap(({ item }, row) => {
    const { report: text, claimed_hundredths = null, attachment_ids = [], records = [] } = filled[row] ?? {};
    const line = { code: item.code, claimed_hundredths, attachment_ids, records: records.map(recordHref) };
    return text ? [{ row, line: { ...line, report: text } satisfies ReportLine }] : [];
  });

async function send(of: Card, version: number, values: Values) {
  const sent = written(inOrder(of), values);
  try {
    return await report({ id: of.id, version }, sent.map(({ line }) => line));
  } catch (error) {
    throw asProblem(error).ofRows("lines", sent.map(({ row }) => row));
  }
}

/** What was typed, by its name as soon as it is the address of a record. */
function Named({ typed }: { typed: string }) {
  const href = recordHref(typed);
  return href.startsWith("/api/") ? <LinkedRecord href={href} /> : <>{typed}</>;
}

function Fields({ line, place }: { line: Line; place: number }) {
  const must = mustReport(line);
  const needed = holdsMore(Form.useWatch<Row | undefined>(["lines", place])) || must;
  const { name, basis, weight, evidence_required } = line.item;
  return (
    <fieldset className={rows.row} aria-label={name}>
      <legend>{name}（{weight} 分）</legend>
      <p className={`${rows.whole} muted`}>{basis}{!must && `；${valueOf(line)}，计算得分 ${pointsOf(line.reading.computed_hundredths)}`}</p>
      <Form.Item className={rows.whole} name={["lines", place, "report"]} label={needed ? "自评说明" : "补充说明（可不填）"} rules={needed ? [{ required: true, whitespace: true, min: 2, message: "请填写自评说明" }] : []}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      {must && <Form.Item name={["lines", place, "claimed_hundredths"]} label="自评得分"><HundredthsInput suffix="分" /></Form.Item>}
      <FilesItem service="assessment" name={["lines", place, "attachment_ids"]} label={`“${name}”的佐证${evidence_required ? "（必附）" : ""}`} />
      <Form.Item name={["lines", place, "records"]} label="关联记录" extra="粘贴本系统记录页的网址，按回车添加">
        <Select<string[]> mode="tags" open={false} tokenSeparators={[" "]} labelRender={({ value }) => <Named typed={String(value)} />} />
      </Form.Item>
    </fieldset>
  );
}

function Loaded({ of }: { of: Card }) {
  const lines = inOrder(of);
  return (
    <FormPage<Values, Card>
      title={`填写自评：${of.title}`}
      advice="保存后可再改；填完后在评分页确认上报，由市级核定。"
      draft={`assessment/scorecard/${of.id}/report`}
      version={of.version}
      labels={{ lines: "自评" }}
      initial={{ lines: lines.map(({ report: text, claimed_hundredths, attachment_ids, records }) => ({ report: text, claimed_hundredths, attachment_ids, records })) }}
      submit={(values, version) => send(of, version, values)}
      done={() => `/assessment/scorecards/${of.id}`}
      act="保存自评"
    >
      {lines.map((line, place) => <Fields key={line.item.code} line={line} place={place} />)}
    </FormPage>
  );
}

export default function ReportForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(card(id))} rows={10}>{(of) => <Loaded of={of} />}</Answered>;
}
