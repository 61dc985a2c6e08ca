/** 登记举行情况: who came, by kind, what was said, and what was said against it. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, InputNumber } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FilesItem } from "@/ui/FilesItem";
import { FormPage } from "@/ui/FormPage";
import { within } from "@/ui/within";
import rows from "@/ui/Rows.module.css";
import { given, nameOf, sum, useRule } from "./parties";
import { deliberation, hold, type Deliberation, type HoldingIn } from "./queries";

type Values = Omit<HoldingIn, "present"> & { present: Record<string, number | null | undefined> };

const labels = { present: "到会人数", minutes: "发言摘要", dissent: "不同意见", attachment_ids: "会议材料" };

const MOST = 100_000;

function Present({ of: { invited, quorum } }: { of: Deliberation }) {
  const rule = useRule();
  const asked = sum(invited);
  return (
    <fieldset className={rows.editor}>
      <legend>{labels.present}</legend>
      <p className="muted">应邀 {asked} 人，到会至少 {quorum} 人{rule && `（${rule.quorum_percent} %）`}</p>
      <div className={rows.pair}>
        {Object.keys(invited).map((code) => (
          <Form.Item key={code} name={["present", code]} label={`${nameOf(rule, code)}（邀请 ${invited[code]} 人）`} rules={[{ required: true, message: "请填写到会人数，没有来的填 0" }, within(0, MOST)]}>
            <InputNumber precision={0} suffix="人" style={{ width: "100%" }} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  );
}

function Loaded({ of }: { of: Deliberation }) {
  const { id } = of;
  return (
    <FormPage<Values, Deliberation>
      title={`登记举行情况：${of.topic}`}
      advice="只登记人数，不登记姓名。发言摘要和不同意见不对外公开。"
      draft={`projects/deliberation/${id}/holding`}
      version={of.version}
      labels={labels}
      submit={({ present, minutes, dissent, attachment_ids = [] }, version) => hold({ id, version }, { present: given(present), minutes, dissent: dissent?.trim() || null, attachment_ids })}
      done={() => `/projects/deliberations/${id}`}
      act="登记举行情况"
    >
      <Present of={of} />
      <Form.Item name="minutes" label={labels.minutes} rules={[{ required: true, whitespace: true, min: 2, message: "请记下各方说了什么" }]}><Input.TextArea rows={6} maxLength={5000} showCount /></Form.Item>
      <Form.Item name="dissent" label={`${labels.dissent}（没有的不填）`}><Input.TextArea rows={3} maxLength={5000} showCount /></Form.Item>
      <FilesItem service="projects" name="attachment_ids" label="会议材料（签到表、照片等，不对外公开）" />
    </FormPage>
  );
}

export default function HoldingForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(deliberation(id))} rows={10}>{(of) => <Loaded of={of} />}</Answered>;
}
