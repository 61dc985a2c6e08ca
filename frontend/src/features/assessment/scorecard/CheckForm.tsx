/** 核定: points for what is not computed, and reasons for what is changed; the rest stands as computed. */
import { useQuery } from "@tanstack/react-query";
import { Checkbox, Form, Input } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { HundredthsInput } from "@/ui/HundredthsInput";
import rows from "@/ui/Rows.module.css";
import { LineDetail } from "./LineDetail";
import { card, check, type Card, type Judgement, type Line } from "./queries";
import { needsJudging, pointsOf, valueOf } from "./values";

type Row = Omit<Judgement, "code">;

interface Values {
  lines: Row[];
}

/** Those that have to be judged first. */
const inOrder = ({ lines }: Card) => {
  const applying = lines.filter(({ reading }) => reading.standing !== "not_applicable");
  return [...applying.filter(needsJudging), ...applying.filter((line) => !needsJudging(line))];
};

/** All of them, so that what a correction carried over can be taken back, and the service's pointers find their fields. */
const sent = (lines: Line[], { lines: filled }: Values): Judgement[] =>
  lines.map(({ item }, place) => {
    const { points_hundredths = null, waived = false, reason } = filled[place] ?? {};
    return { code: item.code, points_hundredths: waived ? null : points_hundredths, waived, reason: reason || null };
  });

const WHY = { required: true, whitespace: true, min: 2, message: "请说明理由" };

function Fields({ line, place }: { line: Line; place: number }) {
  const waived = Form.useWatch<boolean | undefined>(["lines", place, "waived"]);
  const { name, weight, basis } = line.item;
  const computed = line.reading.computed_hundredths;
  const changes = ({ points_hundredths: points = null, waived: left }: Row) => left || (computed !== null && points !== null && points !== computed);
  return (
    <fieldset className={rows.row} aria-label={name}>
      <legend>{name}（{weight} 分）</legend>
      <div className={rows.whole}>
        <p className="muted">{basis}；{valueOf(line)}{computed !== null && `，计算得分 ${pointsOf(computed)}`}</p>
        <LineDetail of={line} />
      </div>
      <Form.Item name={["lines", place, "points_hundredths"]} label="核定得分" rules={computed === null && !waived ? [{ required: true, message: "请核定得分，或判为不适用" }] : []}>
        <HundredthsInput suffix={`/ ${weight} 分`} placeholder={computed === null ? undefined : pointsOf(computed)} />
      </Form.Item>
      <Form.Item name={["lines", place, "waived"]} valuePropName="checked" label="不适用"><Checkbox>判为不适用</Checkbox></Form.Item>
      <Form.Item className={rows.whole} name={["lines", place, "reason"]} label="理由" rules={[({ getFieldValue }) => (changes(getFieldValue(["lines", place]) as Row) ? WHY : {})]}><Input maxLength={2000} /></Form.Item>
    </fieldset>
  );
}

function Loaded({ of }: { of: Card }) {
  const lines = inOrder(of);
  return (
    <FormPage<Values, Card>
      title={`核定：${of.title}`}
      advice="有计算得分的项目留空即按计算；改动的须说明理由。核定后告知镇街，在异议期限内可提出异议。"
      draft={`assessment/scorecard/${of.id}/check`}
      version={of.version}
      labels={{ lines: "核定" }}
      initial={{ lines: lines.map(({ checked_hundredths, waived, check_reason }) => ({ points_hundredths: checked_hundredths, waived, reason: check_reason })) }}
      submit={(values, version) => check({ id: of.id, version }, sent(lines, values))}
      done={() => `/assessment/scorecards/${of.id}`}
      act="核定并告知镇街"
    >
      {lines.map((line, place) => <Fields key={line.item.code} line={line} place={place} />)}
    </FormPage>
  );
}

export default function CheckForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(card(id))} rows={10}>{(of) => <Loaded of={of} />}</Answered>;
}
