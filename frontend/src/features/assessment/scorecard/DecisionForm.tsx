/** 处理异议: each is upheld with new points, or dismissed, with the reason. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Radio } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { HundredthsInput } from "@/ui/HundredthsInput";
import rows from "@/ui/Rows.module.css";
import { LineDetail } from "./LineDetail";
import { card, decide, type Card, type Decided, type Line } from "./queries";

interface Values {
  lines: Omit<Decided, "code">[];
}

const sent = (lines: Line[], { lines: filled }: Values): Decided[] =>
  lines.map(({ item }, place) => {
    const { upheld = false, points_hundredths = null, reason = "" } = filled[place] ?? {};
    return { code: item.code, upheld, points_hundredths: upheld ? points_hundredths : null, reason };
  });

function Fields({ line, place }: { line: Line; place: number }) {
  const upheld = Form.useWatch<boolean | undefined>(["lines", place, "upheld"]);
  const { name, weight } = line.item;
  return (
    <fieldset className={rows.row} aria-label={name}>
      <legend>{name}（{weight} 分）</legend>
      <div className={rows.whole}><LineDetail of={line} /></div>
      <Form.Item name={["lines", place, "upheld"]} label="结论" rules={[{ required: true, message: "请作出结论" }]}>
        <Radio.Group options={[{ value: true, label: "异议成立" }, { value: false, label: "异议不成立" }]} />
      </Form.Item>
      {upheld && <Form.Item name={["lines", place, "points_hundredths"]} label="改为" rules={[{ required: true, message: "请给出新的得分" }]}><HundredthsInput suffix={`/ ${weight} 分`} /></Form.Item>}
      <Form.Item className={rows.whole} name={["lines", place, "reason"]} label="理由" rules={[{ required: true, whitespace: true, min: 2, message: "请说明理由" }]}>
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={2000} />
      </Form.Item>
    </fieldset>
  );
}

function Loaded({ of }: { of: Card }) {
  const lines = of.lines.filter(({ objection }) => objection !== null);
  return (
    <FormPage<Values, Card>
      title={`处理异议：${of.title}`}
      advice="结论作出后不能更改，评分随即可以冻结。"
      draft={`assessment/scorecard/${of.id}/decision`}
      version={of.version}
      labels={{ lines: "结论" }}
      initial={{ lines: [] }}
      submit={(values, version) => decide({ id: of.id, version }, sent(lines, values))}
      done={() => `/assessment/scorecards/${of.id}`}
      act="作出结论"
    >
      {lines.map((line, place) => <Fields key={line.item.code} line={line} place={place} />)}
    </FormPage>
  );
}

export default function DecisionForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(card(id))} rows={8}>{(of) => <Loaded of={of} />}</Answered>;
}
