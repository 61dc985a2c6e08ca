/** 交接: to whom, among those the service proposes, and what the successor has to know. */
import { Form, Input } from "antd";
import { useNavigate } from "react-router";
import { ActDialog } from "@/ui/ActDialog";
import { useRefresh } from "@/ui/useRefresh";
import { CandidateChoice } from "./CandidateChoice";
import { handOver, type Handover, type Pairing } from "./queries";

interface Props {
  act: string;
  pairing: Pairing;
  onClose: () => void;
}

export function HandoverDialog({ act, pairing, onClose }: Props) {
  const navigate = useNavigate();
  const refresh = useRefresh();
  return (
    <ActDialog<Handover, Pairing>
      act={act}
      advice={`自今日起，“${pairing.team_name}”由继任社工结对；已报名的活动 ${pairing.coming_activities} 场照常进行。`}
      submit={(values) => handOver(pairing, { ...values, note: values.note.trim() })}
      onDone={({ id }) => {
        onClose();
        void refresh();
        void navigate(`/volunteers/pairings/${id}`);
      }}
      onClose={onClose}
    >
      <Form.Item name="social_worker_id" label="继任社工" rules={[{ required: true, message: "请选择继任社工" }]}><CandidateChoice team_id={pairing.team_id} /></Form.Item>
      <Form.Item name="note" label="交接说明" extra="服务对象、固定活动、联系方式等继任者须知道的事" rules={[{ required: true, whitespace: true, min: 2, message: "请写明交接事项" }]}>
        <Input.TextArea rows={4} maxLength={1000} showCount />
      </Form.Item>
    </ActDialog>
  );
}
