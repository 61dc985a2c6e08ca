/** 启用设施: a facility in an area, from today. */
import { Form } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { FacilityFields, facilityLabels } from "./FacilityFields";
import { open, type Facility, type Opening } from "./queries";

export default function FacilityForm() {
  return (
    <FormPage<Opening, Facility>
      title="启用设施"
      advice="自今日起计入所在村（社区）的设施覆盖；启用后再登记进驻的组织和社工。"
      draft="registry/facility/new"
      labels={facilityLabels}
      initial={{ kind: "service_centre", rooms: [] }}
      submit={open}
      done={({ id }) => `/registry/facilities/${id}`}
      act="启用"
    >
      <Form.Item name="area_id" label="所在镇街或村（社区）" rules={[{ required: true, message: "请选择所在片区" }]}><AreaSelect /></Form.Item>
      <FacilityFields />
    </FormPage>
  );
}
