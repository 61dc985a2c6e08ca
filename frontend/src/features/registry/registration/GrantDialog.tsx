/** 准予登记: the credit code, which is checked while it is typed, and the certificate. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { ActDialog } from "@/ui/ActDialog";
import { DayInput } from "@/ui/DayInput";
import { endOf } from "@/ui/periods";
import { findings, grant, type Granting, type Registration } from "./queries";

interface Props {
  act: string;
  registration: Registration;
  onClose: () => void;
}

const WHOLE = 18;

/** What the registry says about a code that is complete; the decision is its own again. */
function CodeFindings({ kind }: Pick<Registration, "kind">) {
  const typed = (Form.useWatch<string | undefined>("uscc") ?? "").replace(/\s/g, "");
  const whole = typed.length === WHOLE;
  const { data } = useQuery({ ...findings(typed, kind), enabled: whole });
  if (!whole || !data) return <>18 位；填写后自动核对校验位和组织类型</>;
  if (data.length === 0) return <span role="status">核对无误</span>;
  return <span role="status">{data.map(({ code, detail, is_warning }) => <span key={code} style={{ display: "block" }}>{is_warning ? "提示：" : "有误："}{detail}</span>)}</span>;
}

export function GrantDialog({ act, registration, onClose }: Props) {
  const advice = registration.promotes
    ? "自今日起由备案转为登记，仍是同一组织，备案号和沿革保留。准予后不能撤回。"
    : "自今日起成立，列入登记名册。准予后不能撤回。";
  return (
    <ActDialog<Granting>
      act={act}
      advice={advice}
      submit={(values) => grant(registration, { ...values, certificate_number: values.certificate_number.trim(), valid_to: endOf(values.valid_to) ?? "" })}
      onClose={onClose}
    >
      <Form.Item name="uscc" label="统一社会信用代码" extra={<CodeFindings kind={registration.kind} />} rules={[{ required: true, whitespace: true, message: "请填写统一社会信用代码" }]}>
        <Input maxLength={30} autoComplete="off" autoFocus />
      </Form.Item>
      <Form.Item name="certificate_number" label="登记证书编号" rules={[{ required: true, whitespace: true, min: 4, message: "请填写登记证书编号，至少 4 位" }]}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      <Form.Item name="valid_to" label="证书有效期至" extra="证书有效的最后一天" rules={[{ required: true, message: "请选择证书有效期" }]}><DayInput /></Form.Item>
    </ActDialog>
  );
}
