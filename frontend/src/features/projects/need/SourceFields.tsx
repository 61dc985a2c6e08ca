/** One occasion on which a need was heard, in recording the need as in adding a further source. */
import { Form, Input, Select } from "antd";
import { DayInput } from "@/ui/DayInput";
import { recordingChannels } from "./messages";

export function SourceFields() {
  return (
    <>
      <Form.Item name="channel" label="来源渠道" rules={[{ required: true, message: "请选择来源渠道" }]}><Select placeholder="请选择" options={recordingChannels} /></Form.Item>
      <Form.Item name="heard_on" label="听取日期" extra="不填为今天"><DayInput /></Form.Item>
      <Form.Item name={["contact", "name"]} label="联系人" extra="可不填；加密保存，页面上隐去一部分"><Input maxLength={50} autoComplete="off" /></Form.Item>
      <Form.Item name={["contact", "phone"]} label="联系电话"><Input type="tel" maxLength={20} autoComplete="off" /></Form.Item>
    </>
  );
}
