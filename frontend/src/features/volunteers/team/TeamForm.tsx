/** 成立志愿服务队: of a town or community, or of an organisation; its leader is its first member. */
import { Form, Input } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { form, type Forming, type Team } from "./queries";
import { TeamFields, teamLabels } from "./TeamFields";

const sent = (values: Forming): Forming => ({ ...values, name: values.name.trim(), description: values.description ?? "", leader_number: values.leader_number.trim() });

export default function TeamForm() {
  return (
    <FormPage<Forming, Team>
      title="成立志愿服务队"
      advice="自今日起成立。成立后请尽快为队伍结对一名社工，在此之前待办中会一直提醒。"
      draft="volunteers/team/new"
      labels={teamLabels}
      submit={(values) => form(sent(values))}
      done={({ id }) => `/volunteers/teams/${id}`}
      act="成立"
    >
      <TeamFields />
      <Form.Item name="area_id" label={teamLabels.area_id} extra="队伍属于该镇街或村（社区）；组织负责人成立的，属于本组织" rules={[{ required: true, message: "请选择所在片区" }]}><AreaSelect /></Form.Item>
      <Form.Item name="leader_number" label={teamLabels.leader_number} extra="16 位，志愿者手机端“我的”中可见；队长须成年" rules={[{ required: true, pattern: /^\s*\d{16}\s*$/, message: "请填写 16 位志愿者编号" }]}><Input maxLength={20} inputMode="numeric" autoComplete="off" /></Form.Item>
    </FormPage>
  );
}
