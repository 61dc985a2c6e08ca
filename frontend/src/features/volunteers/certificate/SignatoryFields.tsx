/** 署名: whom 民政部令第67号 wants named on the paper. */
import { Form, Input } from "antd";

const needed = (what: string) => [{ required: true, whitespace: true, message: `请填写${what}` }];

export function SignatoryFields() {
  return (
    <>
      <Form.Item name="head" label="单位负责人" rules={needed("单位负责人")}><Input maxLength={30} /></Form.Item>
      <Form.Item name="handler" label="经办人" rules={needed("经办人")}><Input maxLength={30} /></Form.Item>
      <Form.Item name="contact" label="联系方式" extra="印在证明上，供核实。" rules={needed("联系方式")}><Input maxLength={50} /></Form.Item>
    </>
  );
}
