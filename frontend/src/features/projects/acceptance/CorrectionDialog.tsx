/** 要求整改: what is to be put right, item by item, and until when. */
import { Button, Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { DayInput } from "@/ui/DayInput";
import rows from "@/ui/Rows.module.css";
import { correct, type Acceptance, type Correcting } from "./queries";

interface Props {
  act: string;
  acceptance: Acceptance;
  onClose: () => void;
}

const MOST = 20;

export function CorrectionDialog({ act, acceptance, onClose }: Props) {
  return (
    <ActDialog<Correcting> act={act} advice="承接方须逐项整改并答复，重新提交后再验收。" initial={{ findings: [""] }} submit={(values) => correct(acceptance, values)} onClose={onClose}>
      <Form.List name="findings">
        {(items, { add, remove }, { errors }) => (
          <fieldset className={rows.editor}>
            <legend>整改事项</legend>
            {items.map(({ key, name }) => (
              <div key={key} className={items.length > 1 ? rows.removable : undefined}>
                <Form.Item name={name} label={`事项 ${name + 1}`} rules={[{ required: true, whitespace: true, min: 2, message: "请写明要整改什么" }]}>
                  <Input.TextArea autoSize={{ minRows: 2 }} maxLength={5000} />
                </Form.Item>
                {items.length > 1 && <Button type="link" danger onClick={() => remove(name)} aria-label={`移除事项 ${name + 1}`}>移除</Button>}
              </div>
            ))}
            {items.length < MOST && <Button onClick={() => add("")}>添加事项</Button>}
            <Form.ErrorList errors={errors} />
          </fieldset>
        )}
      </Form.List>
      <Form.Item name="due_on" label="整改期限" rules={[{ required: true, message: "请选择整改期限" }]}><DayInput /></Form.Item>
    </ActDialog>
  );
}
