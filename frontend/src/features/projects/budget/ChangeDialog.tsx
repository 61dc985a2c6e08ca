/** 调整预算: by how much, and by which document. */
import { Form, Input } from "antd";
import { yuan } from "@/ui/amounts";
import { ActDialog } from "@/ui/ActDialog";
import { MoneyInput } from "@/ui/MoneyInput";
import { change, type Budget, type Changing } from "./queries";

interface Props {
  act: string;
  budget: Budget;
  onClose: () => void;
}

export function ChangeDialog({ act, budget, onClose }: Props) {
  return (
    <ActDialog<Changing>
      act={act}
      advice={`现批复 ${yuan(budget.granted_fen)} 元，其中可用 ${yuan(budget.available_fen)} 元。调减只能减可用的部分。`}
      submit={(values) => change(budget, values)}
      onClose={onClose}
    >
      <Form.Item name="by_fen" label="增减金额" extra="调减的填负数" rules={[{ required: true, message: "请填写增减的金额" }]}><MoneyInput /></Form.Item>
      <Form.Item name="document" label="调整文件" rules={[{ required: true, whitespace: true, min: 2, message: "请写明调整依据的文件" }]}>
        <Input maxLength={200} placeholder="文号和名称" />
      </Form.Item>
    </ActDialog>
  );
}
