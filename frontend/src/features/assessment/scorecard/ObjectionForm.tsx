/** 提出异议: item by item, once, within the time for it. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Select } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FilesItem } from "@/ui/FilesItem";
import { FormPage } from "@/ui/FormPage";
import rows from "@/ui/Rows.module.css";
import { card, object, type Card, type Line, type Objected } from "./queries";
import { pointsOf } from "./values";

interface Values {
  codes: string[];
  lines: Partial<Record<string, Omit<Objected, "code">>>;
}

const sent = ({ codes, lines }: Values): Objected[] => codes.map((code) => ({ code, text: lines[code]?.text ?? "", attachment_ids: lines[code]?.attachment_ids ?? [] }));

const nameOf = ({ item, points_hundredths, waived }: Line) => `${item.name}（${waived ? "判为不适用" : `得 ${pointsOf(points_hundredths)} / ${item.weight} 分`}）`;

function Chosen({ lines }: { lines: Line[] }) {
  const codes = Form.useWatch<string[] | undefined>("codes") ?? [];
  return lines.filter(({ item }) => codes.includes(item.code)).map((line) => (
    <fieldset key={line.item.code} className={rows.row} aria-label={line.item.name}>
      <legend>{nameOf(line)}</legend>
      <Form.Item className={rows.whole} name={["lines", line.item.code, "text"]} label="异议理由" rules={[{ required: true, whitespace: true, min: 2, message: "请写明异议理由" }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
      <FilesItem service="assessment" name={["lines", line.item.code, "attachment_ids"]} label="异议材料" />
    </fieldset>
  ));
}

function Loaded({ of }: { of: Card }) {
  const open = of.lines.filter(({ points_hundredths, waived }) => points_hundredths !== null || waived);
  return (
    <FormPage<Values, Card>
      title={`提出异议：${of.title}`}
      advice={`异议只能提一次，${of.object_until ?? ""} 以前有效；由核定人以外的市级经办处理。`}
      draft={`assessment/scorecard/${of.id}/objection`}
      version={of.version}
      labels={{ codes: "有异议的项目", lines: "异议" }}
      initial={{ codes: [], lines: {} }}
      submit={(values, version) => object({ id: of.id, version }, sent(values))}
      done={() => `/assessment/scorecards/${of.id}`}
      act="提出异议"
    >
      <Form.Item name="codes" label="有异议的项目" rules={[{ required: true, message: "请选择有异议的项目" }]}>
        <Select mode="multiple" options={open.map((line) => ({ value: line.item.code, label: nameOf(line) }))} showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <Chosen lines={open} />
    </FormPage>
  );
}

export default function ObjectionForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(card(id))} rows={8}>{(of) => <Loaded of={of} />}</Answered>;
}
