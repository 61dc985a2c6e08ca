/** 撤销: the ground and the number of the decision. */
import { Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import type { Organisation } from "../organisation/queries";
import { GroundSelect } from "./GroundSelect";
import { revoke, type Revoking } from "./queries";

interface Props {
  act: string;
  organisation: Organisation;
  onClose: () => void;
}

export function RevocationDialog({ act, organisation, onClose }: Props) {
  return (
    <ActDialog<Revoking> act={act} advice={`自今日起撤销“${organisation.name}”，不能恢复；记录保留。`} submit={(values) => revoke(organisation, { ...values, document: values.document.trim() })} onClose={onClose}>
      <Form.Item name="ground" label="撤销事由" rules={[{ required: true, message: "请选择事由" }]}><GroundSelect of={["revocation"]} /></Form.Item>
      <Form.Item name="document" label="决定文号" rules={[{ required: true, whitespace: true, min: 4, message: "请填写决定文号，至少 4 个字" }]}><Input maxLength={100} /></Form.Item>
    </ActDialog>
  );
}
