/** 出具、换发: asks who signs and, where an issued one is replaced, why. */
import { Form, Input } from "antd";
import { useNavigate } from "react-router";
import { ActDialog } from "@/ui/ActDialog";
import { issue, replace, type Certificate, type ReplacementIn, type Signatories } from "./queries";
import { SignatoryFields } from "./SignatoryFields";

interface Props {
  act: string;
  record: Certificate;
  onClose: () => void;
}

export function IssuingDialog({ act, record, onClose }: Props) {
  return (
    <ActDialog<Signatories>
      act={act}
      advice="时长由系统从封存账本中取已确认的条目合计，不能改写。出具后编号登记，任何人可凭编号核验。"
      submit={(values) => issue(record, values)}
      onClose={onClose}
    >
      <SignatoryFields />
    </ActDialog>
  );
}

export function ReplacingDialog({ act, record, onClose }: Props) {
  const navigate = useNavigate();
  return (
    <ActDialog<ReplacementIn, Certificate>
      act={act}
      advice={`按账本现在的记录以新编号出具，${record.number} 即失效。只是纸质遗失的，重新下载即可，不必换发。`}
      submit={(values) => replace(record, values)}
      onDone={({ id }) => void navigate(`/volunteers/certificates/${id}`)}
      onClose={onClose}
    >
      <Form.Item name="reason" label="换发的理由" rules={[{ required: true, whitespace: true, message: "请写明理由" }]}>
        <Input.TextArea rows={3} maxLength={500} showCount />
      </Form.Item>
      <SignatoryFields />
    </ActDialog>
  );
}
