/** 评审因素 as rows of a form: one of price, the others of quality, a hundred points in all. */
import { Button, Form, Input, InputNumber, Select } from "antd";
import { within } from "@/ui/within";
import rows from "@/ui/Rows.module.css";
import { Total } from "@/ui/Total";
import { newCriterion } from "./criteria";
import { criterionKinds } from "./states";

const MOST = 20;
const WHOLE = 100;

const kinds = Object.entries(criterionKinds).map(([value, label]) => ({ value, label }));

function Row({ place, onRemove }: { place: number; onRemove?: () => void }) {
  return (
    <fieldset className={rows.row} aria-label={`因素 ${place + 1}`}>
      <Form.Item name={[place, "code"]} hidden><Input /></Form.Item>
      <Form.Item name={[place, "name"]} label="因素" rules={[{ required: true, whitespace: true, min: 2, message: "请填写评审因素" }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name={[place, "kind"]} label="类型" rules={[{ required: true, message: "请选择类型" }]}><Select options={kinds} /></Form.Item>
      <Form.Item name={[place, "points"]} label="分值" rules={[{ required: true, message: "请填写分值" }, within(1, WHOLE)]}><InputNumber precision={0} suffix="分" style={{ width: "100%" }} /></Form.Item>
      {onRemove && <Button type="link" danger className={rows.remove} onClick={onRemove} aria-label={`移除因素 ${place + 1}`}>移除</Button>}
    </fieldset>
  );
}

export function CriteriaEditor() {
  return (
    <Form.List name="criteria">
      {(items, { add, remove }, { errors }) => (
        <fieldset className={rows.editor}>
          <legend>评审因素</legend>
          {items.map(({ key, name }) => <Row key={key} place={name} onRemove={items.length > 1 ? () => remove(name) : undefined} />)}
          {items.length < MOST && <Button onClick={() => add(newCriterion)}>添加因素</Button>}
          <Form.ErrorList errors={errors} />
          <Total list="criteria" of="points" target={WHOLE} as={(points) => `${points} 分`} />
        </fieldset>
      )}
    </Form.List>
  );
}
