/** 编制预算明细: which budgets pay the project, together its whole budget. */
import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useParams } from "react-router";
import { yuan } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { MoneyInput } from "@/ui/MoneyInput";
import { budgetsFor, linesOf, writeLines, type Line, type LineIn, type OpenBudget } from "../budget/queries";
import rows from "@/ui/Rows.module.css";
import { Total } from "@/ui/Total";
import { project, type Project } from "./queries";

const MOST = 20;

const describe = ({ id, name, year, available_fen }: OpenBudget) => ({ value: id, label: `${year} 年 ${name}（可用 ${yuan(available_fen)} 元）` });

function Row({ place, budgets, onRemove }: { place: number; budgets: OpenBudget[]; onRemove: () => void }) {
  return (
    <fieldset className={rows.row} aria-label={`明细 ${place + 1}`}>
      <Form.Item className={rows.whole} name={[place, "budget_id"]} label="预算" rules={[{ required: true, message: "请选择预算" }]}>
        <Select options={budgets.map(describe)} placeholder="本镇街或本市的预算" notFoundContent="本镇街和本市还没有录入预算" />
      </Form.Item>
      <Form.Item name={[place, "purpose"]} label="用途" rules={[{ required: true, whitespace: true, min: 2, message: "请写明用途" }]}><Input maxLength={200} /></Form.Item>
      <Form.Item name={[place, "amount_fen"]} label="金额" rules={[{ required: true, message: "请填写金额" }]}><MoneyInput /></Form.Item>
      <Button type="link" danger className={rows.remove} onClick={onRemove} aria-label={`移除明细 ${place + 1}`}>移除</Button>
    </fieldset>
  );
}

function Loaded({ of, lines, budgets }: { of: Project; lines: Line[]; budgets: OpenBudget[] }) {
  return (
    <FormPage<{ lines: LineIn[] }, Project>
      title={`预算明细：${of.title}`}
      advice={`各项明细合计应为项目预算 ${yuan(of.budget_fen)} 元；批准时从所选预算的“可用”中安排，用途各不相同。`}
      draft={`projects/project/${of.id}/lines`}
      version={of.version}
      labels={{ lines: "预算明细" }}
      initial={{ lines: lines.length > 0 ? lines.map(({ budget_id, purpose, amount_fen }) => ({ budget_id, purpose, amount_fen })) : [{} as LineIn] }}
      submit={(values, version) => writeLines(of.id, version, values.lines ?? [])}
      done={() => `/projects/projects/${of.id}?tab=lines`}
      act="保存明细"
    >
      <Form.List name="lines">
        {(items, { add, remove }, { errors }) => (
          <fieldset className={rows.editor}>
            <legend>明细</legend>
            {items.map(({ key, name }) => <Row key={key} place={name} budgets={budgets} onRemove={() => remove(name)} />)}
            {items.length < MOST && <Button onClick={() => add({})}>添加明细</Button>}
            <Form.ErrorList errors={errors} />
            <Total list="lines" of="amount_fen" target={of.budget_fen} as={(fen) => `${yuan(fen)} 元`} />
          </fieldset>
        )}
      </Form.List>
    </FormPage>
  );
}

export default function ProjectLines() {
  const { id = "" } = useParams();
  const asked = useQuery(project(id));
  const area = asked.data?.area_id ?? "";
  const lines = useQuery(linesOf(id));
  const budgets = useQuery({ ...budgetsFor(area), enabled: Boolean(area) });
  return (
    <Answered query={asked} rows={8}>
      {(of) => <Answered query={lines} rows={8}>{(found) => <Answered query={budgets}>{(known) => <Loaded of={of} lines={found} budgets={known} />}</Answered>}</Answered>}
    </Answered>
  );
}
