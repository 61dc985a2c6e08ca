/** 利益冲突声明: each member for itself, once, before scoring. */
import { Form, Input, Radio } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import type { Purchase } from "../purchase/queries";
import { declare, type Declaring } from "./queries";

interface Props {
  act: string;
  purchase: Purchase;
  onClose: () => void;
}

const stakes = [
  { value: false, label: "与各投标组织均无利益关系" },
  { value: true, label: "与投标组织有利益关系，应当回避" },
];

export function DeclarationDialog({ act, purchase, onClose }: Props) {
  return (
    <ActDialog<Declaring>
      act={act}
      advice={`“${purchase.title}”已开标，请先看“投标”中有哪些组织。声明后不能更改；有利益关系的不参加评分。`}
      submit={(values) => declare(purchase, { ...values, statement: values.statement ?? "" })}
      onClose={onClose}
    >
      <Form.Item name="conflicted" label="利益关系" rules={[{ required: true, message: "请选择有无利益关系" }]}><Radio.Group options={stakes} /></Form.Item>
      <Form.Item noStyle dependencies={["conflicted"]}>
        {({ getFieldValue }) => getFieldValue("conflicted") === true && (
          <Form.Item name="statement" label="说明" rules={[{ required: true, whitespace: true, min: 2, message: "请写明情况" }]}>
            <Input.TextArea rows={3} maxLength={1000} showCount placeholder="如：2025 年曾任某投标组织顾问" />
          </Form.Item>
        )}
      </Form.Item>
    </ActDialog>
  );
}
