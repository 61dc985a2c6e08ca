/** 登记社工: the first registration of a holder of a certificate. */
import { Form, Input, Select } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { choices } from "@/ui/choices";
import { DayInput } from "@/ui/DayInput";
import { FormPage } from "@/ui/FormPage";
import { OrganisationSelect } from "@/ui/OrganisationSelect";
import { levels, type SocialWorker } from "@/ui/workers";
import { idTypes } from "../idTypes";
import { employerKinds } from "./messages";
import { register, type Registration } from "./queries";

const chosen = (what: string) => [{ required: true, message: `请选择${what}` }];
const filled = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];

/** An agency chosen before the employer was changed to the town is not sent. */
const sent = (values: Registration): Registration => ({ ...values, organisation_id: values.employer_kind === "agency" ? values.organisation_id : null });

function AgencyItem() {
  const employer = Form.useWatch<Registration["employer_kind"]>("employer_kind");
  if (employer !== "agency") return null;
  return <Form.Item name="organisation_id" label="所在机构" rules={chosen("所在机构")}><OrganisationSelect /></Form.Item>;
}

export default function SocialWorkerForm() {
  return (
    <FormPage<Registration, SocialWorker>
      title="登记社工"
      advice="核对职业水平证书和身份证件原件后登记；证件号码加密保存，登记后不再显示。"
      draft="registry/social-worker/new"
      secret={["name", "id_number", "certificate_number"]}
      initial={{ id_type: "resident_id", employer_kind: "agency" }}
      submit={(values) => register(sent(values))}
      done={({ id }) => `/registry/social-workers/${id}`}
      act="登记"
    >
      <Form.Item name="area_id" label="服务的镇街或村（社区）" rules={chosen("服务片区")}><AreaSelect /></Form.Item>
      <Form.Item name="name" label="姓名" rules={filled("姓名")}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name="id_type" label="证件类型" rules={chosen("证件类型")}><Select placeholder="请选择" options={idTypes} /></Form.Item>
      <Form.Item name="id_number" label="证件号码" rules={filled("证件号码")}><Input maxLength={30} autoComplete="off" /></Form.Item>
      <Form.Item name="level" label="职业水平等级" rules={chosen("等级")}><Select placeholder="请选择" options={choices(levels)} /></Form.Item>
      <Form.Item name="certificate_number" label="证书编号" rules={filled("证书编号")}><Input maxLength={40} autoComplete="off" /></Form.Item>
      <Form.Item name="certified_on" label="发证日期" rules={chosen("发证日期")}><DayInput /></Form.Item>
      <Form.Item name="employer_kind" label="用工方式" rules={chosen("用工方式")}><Select placeholder="请选择" options={choices(employerKinds)} /></Form.Item>
      <AgencyItem />
    </FormPage>
  );
}
