/** 办理加入: by the volunteer's number, in spite of a clash, without a phone, or on the spot. */
import { Checkbox, Form, Input, Select } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { choices } from "@/ui/choices";
import type { Opportunity } from "../opportunity/queries";
import { relations } from "../volunteer/messages";
import { admit, type AdmissionIn } from "./queries";

interface Props {
  act: string;
  opportunity: Opportunity;
  onClose: () => void;
}

const needed = (message: string) => [{ required: true, whitespace: true, message }];

export function AdmissionDialog({ act, opportunity, onClose }: Props) {
  return (
    <ActDialog<AdmissionIn>
      act={act}
      advice={`加入“${opportunity.title} · ${opportunity.role_name}”。年龄、监护人和时间冲突照报名的规定核对；签到时间内办理的当场签到，由您证明到场，时长须由他人确认。`}
      submit={({ guardian, ...body }) => admit(opportunity.id, { ...body, ...(guardian?.name && { guardian }) })}
      onClose={onClose}
    >
      <Form.Item name="volunteer_number" label="志愿者编号" extra="志愿者手机端“我的”里可以看到。" rules={needed("请填写志愿者编号")}>
        <Input maxLength={20} inputMode="numeric" autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="despite_clash" valuePropName="checked" initialValue={false} extra="只解除报名的时间冲突；同一时间的时长仍不会重复计算。">
        <Checkbox>与其他活动时间冲突，仍准加入</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label="加入的理由" extra="志愿者本人和确认时长的人会看到。" rules={needed("请写明理由")}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <Form.Item noStyle shouldUpdate>
        {({ getFieldValue }) => {
          const given = Boolean(getFieldValue(["guardian", "name"]));
          return (
            <>
              <Form.Item name={["guardian", "name"]} label="监护人姓名" extra="只有未成年人需要；须先得到监护人同意。">
                <Input maxLength={50} autoComplete="off" />
              </Form.Item>
              {given && (
                <>
                  <Form.Item name={["guardian", "phone"]} label="监护人手机号" rules={needed("请填写监护人手机号")}><Input maxLength={20} inputMode="tel" autoComplete="off" /></Form.Item>
                  <Form.Item name={["guardian", "relation"]} label="与本人的关系" rules={[{ required: true, message: "请选择关系" }]}><Select options={choices(relations)} /></Form.Item>
                </>
              )}
            </>
          );
        }}
      </Form.Item>
    </ActDialog>
  );
}
