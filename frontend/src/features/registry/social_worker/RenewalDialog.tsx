/** 再登记: asks the hours of continuing education in the ending validity. */
import { Form, InputNumber } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { within } from "@/ui/within";
import type { SocialWorker } from "@/ui/workers";
import { renew } from "./queries";

const MOST_HOURS = 2000;

interface Props {
  worker: SocialWorker;
  onClose: () => void;
}

export function RenewalDialog({ worker, onClose }: Props) {
  return (
    <ActDialog<{ hours: number }> act="再登记" submit={(values) => renew(worker, values)} onClose={onClose}>
      <Form.Item name="hours" label="本登记期内的继续教育学时" extra="须与证明材料一致；要求的学时由登记规定核对" rules={[{ required: true, message: "请填写学时" }, within(0, MOST_HOURS)]}>
        <InputNumber precision={0} suffix="学时" style={{ width: 160 }} autoFocus />
      </Form.Item>
    </ActDialog>
  );
}
