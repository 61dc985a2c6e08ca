/** What a team is called and does. */
import { Form, Input, Select } from "antd";
import { choices } from "@/ui/choices";
import { serviceFields } from "./states";

export const teamLabels = { name: "队伍名称", field: "服务领域", description: "简介", area_id: "所在镇街或村（社区）", leader_number: "队长的志愿者编号" };

export function TeamFields() {
  return (
    <>
      <Form.Item name="name" label={teamLabels.name} extra="同一片区不重名" rules={[{ required: true, whitespace: true, min: 2, message: "请填写队伍名称，至少 2 个字" }]}><Input maxLength={40} /></Form.Item>
      <Form.Item name="field" label={teamLabels.field} rules={[{ required: true, message: "请选择服务领域" }]}><Select placeholder="请选择" options={choices(serviceFields)} /></Form.Item>
      <Form.Item name="description" label={teamLabels.description} extra="做什么、什么时候做，居民在手机端看得到"><Input.TextArea rows={3} maxLength={500} showCount /></Form.Item>
    </>
  );
}
