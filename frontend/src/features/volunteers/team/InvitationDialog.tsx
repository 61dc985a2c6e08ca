/** 邀请队员, by the number that the volunteer has told. */
import { Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { invite, type Team } from "./queries";

interface Props {
  act: string;
  team: Team;
  onClose: () => void;
}

export function InvitationDialog({ act, team, onClose }: Props) {
  return (
    <ActDialog<{ volunteer_number: string }> act={act} advice="对方在手机端接受后入队；已经申请入队的，邀请即同意。" submit={({ volunteer_number }) => invite(team, volunteer_number.trim())} onClose={onClose}>
      <Form.Item name="volunteer_number" label="志愿者编号" extra="16 位，志愿者手机端“我的”中可见" rules={[{ required: true, pattern: /^\s*\d{16}\s*$/, message: "请填写 16 位志愿者编号" }]}>
        <Input maxLength={20} inputMode="numeric" autoComplete="off" autoFocus />
      </Form.Item>
    </ActDialog>
  );
}
