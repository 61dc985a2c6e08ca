/** 退回 of disputed hours: why, and when somebody served in truth, which waits for a second person again. */
import { Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ActDialog } from "@/ui/ActDialog";
import { InstantInput } from "@/ui/InstantInput";
import { useRefresh } from "@/ui/useRefresh";
import { giveBack, type Hours, type ReturnIn } from "./queries";

interface Props {
  act: string;
  entry: Hours;
  onClose: () => void;
}

export function ReturnDialog({ act, entry, onClose }: Props) {
  const [isCorrected, setCorrected] = useState(true);
  const navigate = useNavigate();
  const refresh = useRefresh();
  const { signup = "" } = entry.links;
  const onDone = () => {
    onClose();
    void refresh();
    if (isCorrected) void navigate(`/volunteers/hours?signup_id=${signup.split("/").pop() ?? ""}`);
  };
  return (
    <ActDialog<ReturnIn>
      act={act}
      advice={`原记 ${entry.minutes} 分钟，退回后不计。异议成立的，同时提出更正后的时长，由第二人（不是您，也不是本人）确认后计入。`}
      initial={{ instead: { starts_at: entry.starts_at, ends_at: entry.ends_at } }}
      submit={({ reason, instead }) => giveBack(entry, isCorrected ? { reason, instead } : { reason })}
      onDone={onDone}
      onClose={onClose}
    >
      <Checkbox checked={isCorrected} onChange={({ target }) => setCorrected(target.checked)} style={{ marginBlockEnd: 12 }}>同时更正为以下服务时间</Checkbox>
      {isCorrected && (
        <>
          <Form.Item name={["instead", "starts_at"]} label="开始时间" rules={[{ required: true, message: "请选择开始时间" }]}><InstantInput /></Form.Item>
          <Form.Item name={["instead", "ends_at"]} label="结束时间" rules={[{ required: true, message: "请选择结束时间" }]}><InstantInput /></Form.Item>
        </>
      )}
      <Form.Item name="reason" label="退回的理由" extra="写明依据什么；本人和第二人都会看到。" rules={[{ required: true, whitespace: true, message: "请写明理由" }]}>
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </ActDialog>
  );
}
