/** 开立账号: a name to sign in with and a first password; roles are given afterwards by another administrator. */
import { Form, Input } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { open, type Account, type Opening } from "./queries";

const filled = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];

export default function AccountForm() {
  return (
    <FormPage<Opening, Account>
      title="开立账号"
      advice="新账号没有角色，由安全管理员授予后才能办理业务。"
      draft="gateway/account/new"
      secret={["display_name", "username", "password"]}
      submit={open}
      done={({ id }) => `/gateway/accounts/${id}`}
      act="开立"
    >
      <Form.Item name="display_name" label="姓名" rules={filled("姓名")}><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name="area_id" label="所属片区" rules={[{ required: true, message: "请选择所属片区" }]}><AreaSelect /></Form.Item>
      <Form.Item name="username" label="用户名" extra="3 至 32 位，字母开头" rules={filled("用户名")}><Input maxLength={32} autoComplete="off" /></Form.Item>
      <Form.Item name="password" label="初始密码" extra="当面或另行告知本人；不会保存在草稿里" rules={[{ required: true, message: "请填写初始密码" }]}>
        <Input.Password maxLength={128} autoComplete="new-password" />
      </Form.Item>
    </FormPage>
  );
}
