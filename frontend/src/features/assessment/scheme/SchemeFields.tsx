/** The fields of a scheme, for a draft and its revision. */
import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useAreas } from "@/ui/areas";
import rows from "@/ui/Rows.module.css";
import { within } from "@/ui/within";
import { ItemsEditor } from "./ItemsEditor";
import type { Definition, SchemeIn } from "./queries";
import { asItem, type ItemRow } from "./scoring";

export type SchemeValues = Omit<SchemeIn, "items" | "area_id" | "year"> & { items: ItemRow[] };

export const schemeLabels = { title: "名称", unit_ids: "被考核单位", items: "考核项目", report_days: "自评期限", objection_days: "异议期限", decision_days: "异议处理期限", source: "依据" };

const LONGEST = 60;

const days = [
  { name: "report_days", label: "自评期限" },
  { name: "objection_days", label: "异议期限" },
  { name: "decision_days", label: "异议处理期限" },
];

export const sent = ({ items, ...terms }: SchemeValues, area_id: string, year: number): SchemeIn => ({ ...terms, area_id, year, items: items.map(asItem) });

function UnitsItem({ city }: { city: string }) {
  const { data = [] } = useAreas();
  const towns = data.filter(({ parent_id }) => parent_id === city).sort((one, other) => one.code.localeCompare(other.code));
  return (
    <Form.Item name="unit_ids" label="被考核单位" rules={[{ required: true, message: "请选择被考核单位" }]}>
      <Select mode="multiple" maxTagCount="responsive" options={towns.map(({ id, name, code }) => ({ value: id, label: name ?? code }))} showSearch={{ optionFilterProp: "label" }} />
    </Form.Item>
  );
}

export function SchemeFields({ city, definitions }: { city: string; definitions: Definition[] }) {
  return (
    <>
      <Form.Item name="title" label="名称" rules={[{ required: true, whitespace: true, min: 2, message: "请填写名称" }]}><Input maxLength={100} /></Form.Item>
      <UnitsItem city={city} />
      <div className={rows.pair}>
        {days.map(({ name, label }) => (
          <Form.Item key={name} name={name} label={label} rules={[{ required: true, message: `请填写${label}` }, within(1, LONGEST)]}>
            <InputNumber precision={0} suffix="个工作日" style={{ inlineSize: "100%" }} />
          </Form.Item>
        ))}
      </div>
      <ItemsEditor definitions={definitions} />
      <Form.Item name="source" label="依据" rules={[{ required: true, whitespace: true, min: 2, message: "请填写依据的文件" }]}><Input maxLength={300} /></Form.Item>
      <Form.Item name="assumption" valuePropName="checked"><Checkbox>没有文件直接规定，作为假设使用</Checkbox></Form.Item>
    </>
  );
}
