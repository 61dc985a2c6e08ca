/** 结项: what came of the project, and which of its needs were met; the others go back to the pool. */
import { Checkbox, Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { NeedTitle } from "../need/NeedTitle";
import { close, type Closing, type Project } from "./queries";

interface Props {
  act: string;
  project: Project;
  onClose: () => void;
}

export function ClosingDialog({ act, project, onClose }: Props) {
  const { need_ids, activities_held } = project;
  return (
    <ActDialog<Closing>
      act={act}
      advice={`已举办活动 ${activities_held} 次。勾选已满足的需求，未勾选的退回需求池。`}
      submit={(values) => close(project, values)}
      onClose={onClose}
    >
      <Form.Item name="outcome" label="成效" rules={[{ required: true, whitespace: true, min: 2, message: "请写明做成了什么" }]}>
        <Input.TextArea rows={4} maxLength={2000} showCount autoFocus />
      </Form.Item>
      <Form.Item name="met_need_ids" label="已满足的需求" initialValue={activities_held > 0 ? need_ids : []}>
        <Checkbox.Group style={{ display: "grid", gap: 4 }} options={need_ids.map((id) => ({ value: id, label: <NeedTitle id={id} /> }))} />
      </Form.Item>
    </ActDialog>
  );
}
