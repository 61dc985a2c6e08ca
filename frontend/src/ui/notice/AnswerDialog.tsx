/** 答复异议: whether it stands, with the reasons that the objector reads. */
import { Form, Input, Radio } from "antd";
import { ActDialog } from "../ActDialog";
import type { Answering, NoticeDesk, Objection } from "./desk";

interface Props {
  desk: NoticeDesk;
  act: string;
  objection: Objection;
  onClose: () => void;
}

const ends = [
  { value: false, label: "不成立，维持公示的结果" },
  { value: true, label: "成立，公示的结果不能生效" },
];

export function AnswerDialog({ desk, act, objection, onClose }: Props) {
  return (
    <ActDialog<Answering> act={act} advice={`异议：${objection.text}`} submit={(values) => desk.respond(objection, values)} onClose={onClose}>
      <Form.Item name="upheld" label="异议是否成立" rules={[{ required: true, message: "请选择异议是否成立" }]}><Radio.Group options={ends} /></Form.Item>
      <Form.Item name="text" label="答复" extra="写明理由，提出异议的人会看到" rules={[{ required: true, whitespace: true, min: 10, message: "请写明理由，至少十个字" }]}>
        <Input.TextArea rows={5} maxLength={2000} showCount />
      </Form.Item>
    </ActDialog>
  );
}
