/** 开立对接系统: it may read nothing until another administrator permits it. */
import { Form, Input, Select } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { open, type Client, type Opening } from "./queries";

export default function ClientForm() {
  return (
    <FormPage<Opening, Client>
      title="开立对接系统"
      advice="开立后给出标识与密钥，密钥只显示这一次；可读什么由安全管理员准予。"
      draft="gateway/client/new"
      initial={{ networks: [] }}
      submit={open}
      done={({ id }) => `/gateway/clients/${id}`}
      act="开立"
    >
      <Form.Item name="name" label="系统名称" rules={[{ required: true, whitespace: true, message: "请填写系统名称" }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name="area_id" label="可读片区" extra="只能读这一片区及其下级的记录" rules={[{ required: true, message: "请选择可读片区" }]}><AreaSelect /></Form.Item>
      <Form.Item name="networks" label="来访网段" extra="如 10.1.2.0/24，回车添加；不填即不限"><Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "，", " "]} /></Form.Item>
    </FormPage>
  );
}
