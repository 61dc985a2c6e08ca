/** 补充来源: the same need heard again, at another time or by another channel. */
import { Form, InputNumber } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { within } from "@/ui/within";
import { given } from "./contact";
import { addSource, type Need, type SourceBody } from "./queries";
import { SourceFields } from "./SourceFields";

interface Props {
  act: string;
  need: Need;
  onClose: () => void;
}

export function SourceDialog({ act, need, onClose }: Props) {
  return (
    <ActDialog<SourceBody> act={act} advice={`同一需求再次听到时，记在“${need.title}”之下。`} submit={(values) => addSource(need, { ...values, contact: given(values.contact) })} onClose={onClose}>
      <Form.Item name="persons" label="提出人数" initialValue={1} rules={[{ required: true, message: "请填写人数" }, within(1)]}><InputNumber precision={0} suffix="人" style={{ width: "100%" }} /></Form.Item>
      <SourceFields />
    </ActDialog>
  );
}
