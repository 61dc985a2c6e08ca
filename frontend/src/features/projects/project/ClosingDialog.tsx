/** 结项: what came of the project, and of each of its needs whether it was met or goes back to the pool. */
import { Form, Input, Radio } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { NeedTitle } from "../need/NeedTitle";
import { close, type Project } from "./queries";

interface Props {
  act: string;
  project: Project;
  onClose: () => void;
}

interface Values {
  outcome: string;
  /** By the need's id. */
  needs: Record<string, "met" | "back">;
}

const ends = [
  { value: "met", label: "已满足，办结" },
  { value: "back", label: "未满足，退回需求池" },
];

export function ClosingDialog({ act, project, onClose }: Props) {
  const { need_ids, activities_held } = project;
  return (
    <ActDialog<Values>
      act={act}
      advice={`已举办活动 ${activities_held} 次。每项需求都要说明是否已满足：满足的办结，未满足的退回需求池。`}
      submit={({ outcome, needs }) => close(project, { outcome, met_need_ids: need_ids.filter((id) => needs[id] === "met") })}
      onClose={onClose}
    >
      <Form.Item name="outcome" label="成效" rules={[{ required: true, whitespace: true, min: 2, message: "请写明做成了什么" }]}>
        <Input.TextArea rows={4} maxLength={2000} showCount autoFocus />
      </Form.Item>
      {need_ids.map((id) => (
        <Form.Item key={id} name={["needs", id]} label={<NeedTitle id={id} />} rules={[{ required: true, message: "请选择这项需求是否已满足" }]}>
          <Radio.Group options={ends} />
        </Form.Item>
      ))}
    </ActDialog>
  );
}
