/** 开设课程: of the organisation one acts for, or of one's own area. */
import { AutoComplete, Form, Input, InputNumber } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { knownSkills } from "@/ui/skills";
import { within } from "@/ui/within";
import { offer, type Course, type CourseIn } from "./queries";

const MOST_HOURS = 1_000;
const MOST_MONTHS = 120;
const MINUTES = 60;

type Values = Omit<CourseIn, "minutes"> & { hours: number };

export default function CourseForm() {
  return (
    <FormPage<Values, Course>
      title="开设培训课程"
      advice="开设后登记完成培训的志愿者名单，由另一账号复核后计入培训记录。"
      draft="volunteers/courses/new"
      initial={{ description: "", hours: 4 }}
      submit={({ hours, ...rest }) => offer({ ...rest, minutes: Math.round(hours * MINUTES) })}
      done={({ id }) => `/volunteers/courses/${id}`}
      act="开设"
    >
      <Form.Item name="name" label="课程名称" rules={[{ required: true, whitespace: true, min: 2, message: "请填写课程名称" }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="provider_name" label="培训机构" extra="写入志愿者的培训记录" rules={[{ required: true, whitespace: true, min: 2, message: "请填写培训机构" }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="area_id" label="所在镇街、村（社区）" rules={[{ required: true, message: "请选择所在地" }]}><AreaSelect /></Form.Item>
      <Form.Item name="skill" label="对应技能（可不填）" extra="完成后视为具备此技能，岗位可以按技能要求">
        <AutoComplete options={knownSkills.map((value) => ({ value }))} showSearch={{ filterOption: true }} maxLength={20} />
      </Form.Item>
      <Form.Item name="hours" label="学时" rules={[{ required: true, message: "请填写学时" }, within(0.5, MOST_HOURS)]}><InputNumber step={0.5} suffix="小时" style={{ width: 160 }} /></Form.Item>
      <Form.Item name="validity_months" label="有效期（可不填）" extra="不填为长期有效" rules={[within(1, MOST_MONTHS)]}><InputNumber precision={0} suffix="个月" style={{ width: 160 }} /></Form.Item>
      <Form.Item name="description" label="内容"><Input.TextArea rows={4} maxLength={2000} showCount /></Form.Item>
    </FormPage>
  );
}
