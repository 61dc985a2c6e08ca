/** 考核项目 as rows of a form: computed from an indicator, or reported by the town; a hundred points in all. */
import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd";
import { choices } from "@/ui/choices";
import { HundredthsInput } from "@/ui/HundredthsInput";
import rows from "@/ui/Rows.module.css";
import { Total } from "@/ui/Total";
import { within } from "@/ui/within";
import { MillionthsInput } from "./MillionthsInput";
import type { Definition, Scoring } from "./queries";
import { newRow, type ItemRow } from "./scoring";
import { scoringKinds } from "./states";

const MOST = 60;
const WHOLE = 100;

type NumberOf = "floor" | "full" | "mark" | "allowed" | "step";

/** Which numbers a kind of scoring asks for. */
const asked: Record<Scoring["kind"], { name: NumberOf; label: string }[]> = {
  linear: [{ name: "floor", label: "起点（不得分）" }, { name: "full", label: "满分值" }],
  threshold: [{ name: "mark", label: "达标值" }],
  penalty: [{ name: "allowed", label: "合格值" }, { name: "step", label: "每差" }],
};

function ScoringItems({ place, unit }: { place: number; unit: string | undefined }) {
  const kind = Form.useWatch<Scoring["kind"]>(["items", place, "kind"]) ?? "linear";
  return (
    <>
      <Form.Item name={[place, "kind"]} label="计分方式" rules={[{ required: true, message: "请选择计分方式" }]}><Select options={choices(scoringKinds)} /></Form.Item>
      {asked[kind].map(({ name, label }) => (
        <Form.Item key={name} name={[place, name]} label={label} rules={[{ required: true, message: `请填写${label}` }]}><MillionthsInput unit={unit} /></Form.Item>
      ))}
      {kind === "penalty" && <Form.Item name={[place, "deduct_hundredths"]} label="扣分" rules={[{ required: true, message: "请填写扣分" }]}><HundredthsInput suffix="分" /></Form.Item>}
      {kind !== "linear" && <Form.Item name={[place, "at_most"]} valuePropName="checked" label="方向"><Checkbox>越低越好</Checkbox></Form.Item>}
    </>
  );
}

function Row({ place, definitions, onRemove }: { place: number; definitions: Definition[]; onRemove?: () => void }) {
  const indicator = Form.useWatch<ItemRow["indicator"]>(["items", place, "indicator"]);
  const unit = definitions.find(({ code }) => code === indicator)?.unit;
  return (
    <fieldset className={rows.row} aria-label={`项目 ${place + 1}`}>
      <legend>项目 {place + 1}</legend>
      <Form.Item name={[place, "code"]} hidden><Input /></Form.Item>
      <Form.Item name={[place, "name"]} label="项目名称" rules={[{ required: true, whitespace: true, min: 2, message: "请填写项目名称" }]}><Input maxLength={60} /></Form.Item>
      <Form.Item name={[place, "indicator"]} label="取值">
        <Select allowClear placeholder="镇街自评" options={definitions.map(({ code, name }) => ({ value: code, label: name }))} showSearch={{ optionFilterProp: "label" }} />
      </Form.Item>
      <Form.Item name={[place, "weight"]} label="分值" rules={[{ required: true, message: "请填写分值" }, within(1, WHOLE)]}><InputNumber precision={0} suffix="分" style={{ inlineSize: "100%" }} /></Form.Item>
      {indicator && <ScoringItems place={place} unit={unit} />}
      <Form.Item className={rows.whole} name={[place, "basis"]} label="评分要点" rules={[{ required: true, whitespace: true, min: 2, message: "请填写评分要点" }]}><Input maxLength={500} /></Form.Item>
      <Form.Item className={rows.whole} name={[place, "evidence_required"]} valuePropName="checked"><Checkbox>须附佐证材料</Checkbox></Form.Item>
      {onRemove && <Button type="link" danger className={rows.remove} onClick={onRemove} aria-label={`移除项目 ${place + 1}`}>移除</Button>}
    </fieldset>
  );
}

export function ItemsEditor({ definitions }: { definitions: Definition[] }) {
  return (
    <Form.List name="items">
      {(items, { add, remove }, { errors }) => (
        <fieldset className={rows.editor}>
          <legend>考核项目</legend>
          {items.map(({ key, name }) => <Row key={key} place={name} definitions={definitions} onRemove={items.length > 1 ? () => remove(name) : undefined} />)}
          {items.length < MOST && <Button onClick={() => add(newRow())}>添加项目</Button>}
          <Form.ErrorList errors={errors} />
          <Total list="items" of="weight" target={WHOLE} as={(sum) => `${sum} 分`} />
        </fieldset>
      )}
    </Form.List>
  );
}
