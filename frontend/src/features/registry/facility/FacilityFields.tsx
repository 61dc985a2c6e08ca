/** What is said of a facility, when it opens as when it is revised. */
import { Form, Input, InputNumber, Select } from "antd";
import { choices } from "@/ui/choices";
import { within } from "@/ui/within";
import { facilityKinds } from "./states";

const LARGEST = 1_000_000;
const MOST_ROOMS = 50;

export const facilityLabels = {
  name: "设施名称",
  kind: "设施类型",
  address: "地址",
  rooms: "功能室",
  opening_hours: "开放时间",
  floor_area_m2: "建筑面积",
};

const filled = (what: string) => [{ required: true, whitespace: true, min: 2, message: `请填写${what}` }];

export function FacilityFields() {
  return (
    <>
      <Form.Item name="name" label={facilityLabels.name} rules={filled("设施名称")}><Input maxLength={100} /></Form.Item>
      <Form.Item name="kind" label={facilityLabels.kind} rules={[{ required: true, message: "请选择设施类型" }]}>
        <Select placeholder="请选择" options={choices(facilityKinds)} />
      </Form.Item>
      <Form.Item name="address" label={facilityLabels.address} rules={filled("地址")}><Input maxLength={200} /></Form.Item>
      <Form.Item name="rooms" label={facilityLabels.rooms} extra="逐个输入名称，按回车确认，如 议事协商室、志愿者之家">
        <Select mode="tags" open={false} suffixIcon={null} maxCount={MOST_ROOMS} tokenSeparators={["，", "、", ","]} placeholder="输入功能室名称" />
      </Form.Item>
      <Form.Item name="opening_hours" label={facilityLabels.opening_hours} extra="如 周一至周六 8:30-12:00，14:30-18:00" rules={filled("开放时间")}><Input maxLength={200} /></Form.Item>
      <Form.Item name="floor_area_m2" label={facilityLabels.floor_area_m2} rules={[{ required: true, message: "请填写建筑面积" }, within(1, LARGEST)]}>
        <InputNumber precision={0} suffix="平方米" style={{ width: 180 }} />
      </Form.Item>
    </>
  );
}
