/** The stages of a contract as rows of a form, together its whole amount; settled ones stay as they are. */
import { Button, Form, Input, Select } from "antd";
import { yuan } from "@/ui/amounts";
import { DayInput } from "@/ui/DayInput";
import { MoneyInput } from "@/ui/MoneyInput";
import { within } from "@/ui/within";
import rows from "@/ui/Rows.module.css";
import { Total } from "@/ui/Total";
import type { StageIn } from "./queries";

const MOST = 24;

/** Stages are numbered by their places. */
export type StageRow = Omit<StageIn, "no">;

export const numbered = (stages: StageRow[] = []): StageIn[] => stages.map((stage, place) => ({ ...stage, no: place + 1 }));

export const asRows = (stages: StageIn[]): StageRow[] => stages.map(({ name, amount_fen, due_on, evidence }) => ({ name, amount_fen, due_on, evidence }));

function Row({ place, isSettled, onRemove }: { place: number; isSettled: boolean; onRemove?: () => void }) {
  return (
    <fieldset className={rows.row} disabled={isSettled} aria-label={`阶段 ${place + 1}`}>
      <legend>阶段 {place + 1}{isSettled && "（已申请验收，不能变更）"}</legend>
      <Form.Item className={rows.whole} name={[place, "name"]} label="阶段名称" rules={[{ required: true, whitespace: true, min: 2, message: "请填写阶段名称" }]}><Input maxLength={200} disabled={isSettled} /></Form.Item>
      <Form.Item name={[place, "amount_fen"]} label="金额" rules={[{ required: true, message: "请填写金额" }, within(1)]}><MoneyInput disabled={isSettled} /></Form.Item>
      <Form.Item name={[place, "due_on"]} label="完成期限" rules={[{ required: true, message: "请选择完成期限" }]}><DayInput disabled={isSettled} /></Form.Item>
      <Form.Item className={rows.whole} name={[place, "evidence"]} label="验收材料" extra="逐项填写，按回车添加" rules={[{ required: true, message: "请至少写明一项验收材料" }]}>
        <Select<string[]> mode="tags" open={false} disabled={isSettled} tokenSeparators={["、", "；"]} placeholder="如：服务记录、活动照片、签到表" />
      </Form.Item>
      {onRemove && !isSettled && <Button type="link" danger className={rows.remove} onClick={onRemove} aria-label={`移除阶段 ${place + 1}`}>移除</Button>}
    </fieldset>
  );
}

/** `target` is what the stages should add up to; `settled` so many of the first stand fast. */
export function StagesEditor({ target, settled = 0 }: { target: number; settled?: number }) {
  return (
    <Form.List name="stages">
      {(items, { add, remove }, { errors }) => (
        <fieldset className={rows.editor}>
          <legend>阶段</legend>
          {items.map(({ key, name }) => <Row key={key} place={name} isSettled={name < settled} onRemove={items.length > 1 ? () => remove(name) : undefined} />)}
          {items.length < MOST && <Button onClick={() => add({})}>添加阶段</Button>}
          <Form.ErrorList errors={errors} />
          <Total list="stages" of="amount_fen" target={target} as={(fen) => `${yuan(fen)} 元`} />
        </fieldset>
      )}
    </Form.List>
  );
}
