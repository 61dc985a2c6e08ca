/** 查看完整信息: after a reason that the auditor reads; what is shown is gone when the dialog closes. */
import { useMutation } from "@tanstack/react-query";
import { Modal } from "antd";
import { Facts } from "@/ui/Facts";
import { ReasonDialog } from "@/ui/ReasonDialog";
import { idTypes } from "./messages";
import { unmask, type Volunteer } from "./queries";

const facts = ({ name, id_type, id_number, born_on }: Volunteer) => [
  { label: "姓名", value: name, wide: true },
  { label: "证件类型", value: idTypes[id_type], wide: true },
  { label: "证件号码", value: <span className="figures">{id_number}</span>, wide: true },
  { label: "出生日期", value: <span className="figures">{born_on ?? "—"}</span>, wide: true },
];

interface Props {
  act: string;
  volunteer: Volunteer;
  onClose: () => void;
}

export function UnmaskDialog({ act, volunteer, onClose }: Props) {
  const asking = useMutation({ mutationFn: (reason: string) => unmask(volunteer.id, reason), gcTime: 0 });
  if (!asking.data) return <ReasonDialog act={act} busy={asking.isPending} error={asking.error} onReason={asking.mutate} onClose={onClose} />;
  return (
    <Modal open title={act} okText="看完关闭" onOk={onClose} onCancel={onClose} cancelButtonProps={{ style: { display: "none" } }}>
      <p className="muted">这次查看已写入审计日志；关闭后再看须重新说明理由。</p>
      <Facts facts={facts(asking.data)} />
    </Modal>
  );
}
