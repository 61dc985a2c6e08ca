/** 设岗: a post in an area, from today. */
import { Form, Input, Radio, Select } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { choices } from "@/ui/choices";
import { FormPage } from "@/ui/FormPage";
import { OrganisationSelect } from "@/ui/OrganisationSelect";
import { employerKinds } from "../social_worker/messages";
import { plan, type Planning, type Post } from "./queries";
import { postFields, timeOf } from "./states";

const labels = {
  area_id: "服务的镇街或村（社区）",
  number: "岗位编号",
  field: "服务领域",
  employer_kind: "用工方式",
  organisation_id: "社工机构",
  full_time: "全职或兼职",
};

const chosen = (what: string) => [{ required: true, message: `请选择${what}` }];

/** An agency chosen before the employer was changed to the town is not sent. */
const sent = (values: Planning): Planning => ({ ...values, number: values.number.trim(), organisation_id: values.employer_kind === "agency" ? values.organisation_id : null });

function AgencyItem() {
  const employer = Form.useWatch<Planning["employer_kind"]>("employer_kind");
  if (employer !== "agency") return null;
  return <Form.Item name="organisation_id" label={labels.organisation_id} rules={chosen("社工机构")}><OrganisationSelect /></Form.Item>;
}

export default function PostForm() {
  return (
    <FormPage<Planning, Post>
      title="设岗"
      advice="自今日起列为空岗；设岗后再安排社工上岗。"
      draft="registry/post/new"
      labels={labels}
      initial={{ employer_kind: "town_government", field: "community", full_time: true }}
      submit={(values) => plan(sent(values))}
      done={({ id }) => `/registry/posts/${id}`}
      act="设岗"
    >
      <Form.Item name="area_id" label={labels.area_id} rules={chosen("服务片区")}><AreaSelect /></Form.Item>
      <Form.Item name="number" label={labels.number} extra="全市不重复" rules={[{ required: true, whitespace: true, min: 4, message: "请填写岗位编号，至少 4 位" }]}><Input maxLength={40} /></Form.Item>
      <Form.Item name="field" label={labels.field} rules={chosen("服务领域")}><Select placeholder="请选择" options={choices(postFields)} /></Form.Item>
      <Form.Item name="full_time" label={labels.full_time}>
        <Radio.Group options={[true, false].map((value) => ({ value, label: timeOf(value) }))} />
      </Form.Item>
      <Form.Item name="employer_kind" label={labels.employer_kind} rules={chosen("用工方式")}><Select placeholder="请选择" options={choices(employerKinds)} /></Form.Item>
      <AgencyItem />
    </FormPage>
  );
}
