/** 公开反馈: done or given up, and why, for everybody to read. */
import { Form, Input, Radio } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { feedBack, type Feedback, type ShownItem } from "./queries";

interface Props {
  act: string;
  item: ShownItem;
  onClose: () => void;
}

const results = [
  { value: "done", label: "已办结" },
  { value: "dropped", label: "不再办理" },
];

export function FeedbackDialog({ act, item, onClose }: Props) {
  return (
    <ActDialog<Feedback> act={act} advice="反馈对所有人公开，不写姓名、电话等个人信息；反馈后不能修改。" initial={{ status: "done" }} submit={(values) => feedBack(item, values)} onClose={onClose}>
      <Form.Item name="status" label="办理结果"><Radio.Group options={results} /></Form.Item>
      <Form.Item name="feedback" label="反馈内容" rules={[{ required: true, whitespace: true, min: 2, message: "请写明办得怎样，或为什么不再办理" }]}>
        <Input.TextArea rows={4} maxLength={5000} showCount />
      </Form.Item>
    </ActDialog>
  );
}
