/** 认定为同一人: which registration stays, and why; the other one is closed. */
import { Form, Input, Radio } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { TownName } from "@/ui/AreaName";
import { idTypes } from "../volunteer/messages";
import { merge, type Duplicate, type MergerIn } from "./queries";
import { ordinal } from "./SideBySide";

interface Props {
  act: string;
  duplicate: Duplicate;
  onClose: () => void;
}

export function MergerDialog({ act, duplicate, onClose }: Props) {
  const options = duplicate.sides.map((side, place) => ({
    value: side.volunteer_id,
    label: <>{ordinal(place)}（{idTypes[side.id_type]}，<TownName of={side.area_id} />）</>,
  }));
  return (
    <ActDialog<MergerIn>
      act={act}
      advice="另一份注册随即注销，尚未开始的报名取消；已有的时长和证明仍在其名下可查。此后此人只在保留的注册所在地计一次。只能注销本镇街的注册，其他镇街的由该镇街或市级经办认定。"
      submit={(values) => merge(duplicate, values)}
      onClose={onClose}
    >
      <Form.Item name="stays_id" label="保留哪一份注册" rules={[{ required: true, message: "请选择保留哪一份注册" }]}>
        <Radio.Group options={options} />
      </Form.Item>
      <Form.Item name="reason" label="认定理由" extra="凭哪些材料或向谁核实。" rules={[{ required: true, whitespace: true, message: "请写明认定理由" }]}>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </ActDialog>
  );
}
