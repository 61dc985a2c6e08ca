/** What a deliberation is planned to be, in drafting as in changing the plan. */
import { Form, Input, InputNumber, Select } from "antd";
import { AreaSelect } from "@/ui/AreaSelect";
import { choices } from "@/ui/choices";
import { InstantInput } from "@/ui/InstantInput";
import { dayOf } from "@/ui/times";
import { within } from "@/ui/within";
import { NeedsPicker } from "../project/NeedsPicker";
import rows from "@/ui/Rows.module.css";
import { useTopics } from "./CategoryOfTopic";
import { given, nameOf, useRule } from "./parties";
import type { DeliberationIn } from "./queries";
import { forms } from "./states";

const MOST = 100_000;

export type PlanValues = Omit<DeliberationIn, "invited"> & { invited: Record<string, number | null | undefined> };

export const asPlan = (values: PlanValues, continues_id: string | null): DeliberationIn => ({ ...values, continues_id, need_ids: values.need_ids ?? [], invited: given(values.invited) });

/** By the fields of the request. */
export const planLabels = {
  area_id: "所在镇街、村（社区）",
  topic: "议题",
  description: "议题说明",
  category: "议题类别",
  need_ids: "来源需求",
  continues_id: "继续的协商",
  form: "协商形式",
  place: "会议地点",
  meets_at: "会议时间",
  invited: "邀请人数",
};

function Invited() {
  const rule = useRule();
  const required = rule?.required ?? [];
  return (
    <fieldset className={rows.editor}>
      <legend>{planLabels.invited}</legend>
      {rule && <p className="muted">须有{required.map((code) => nameOf(rule, code)).join("、")}；到会不足应邀人数 {rule.quorum_percent} % 的，须改期。{rule.source}</p>}
      <div className={rows.pair}>
        {rule?.party.map(({ code, name }) => (
          <Form.Item key={code} name={["invited", code]} label={name} rules={[within(0, MOST), ...(required.includes(code) ? [{ required: true, message: `请填写${name}人数` }] : [])]}>
            <InputNumber precision={0} suffix="人" style={{ width: "100%" }} />
          </Form.Item>
        ))}
      </div>
    </fieldset>
  );
}

const DAY = 86_400_000;

/** The first day on which those who are told today are told in time. */
export const earliestMeeting = (noticeDays: number, now: Date = new Date()) => dayOf(new Date(now.getTime() + noticeDays * DAY));

const notBefore = (earliest: string | undefined) => ({
  validator: (_rule: unknown, meets?: string) =>
    meets && earliest && dayOf(meets) < earliest ? Promise.reject(new Error(`最早 ${earliest}：通知须按规定提前发出`)) : Promise.resolve(),
});

export function DeliberationFields() {
  const topics = useTopics();
  const rule = useRule();
  const earliest = rule && earliestMeeting(rule.notice_days);
  return (
    <>
      <Form.Item name="area_id" label={planLabels.area_id} rules={[{ required: true, message: "请选择在哪里协商" }]}><AreaSelect /></Form.Item>
      <Form.Item name="need_ids" label={planLabels.need_ids} extra="议题从需求出发；重大事项可以不列"><NeedsPicker /></Form.Item>
      <Form.Item name="topic" label={planLabels.topic} rules={[{ required: true, whitespace: true, min: 2, message: "请写明要商量什么" }]}><Input maxLength={100} showCount /></Form.Item>
      <Form.Item name="category" label={planLabels.category} rules={[{ required: true, message: "请选择类别" }]}><Select placeholder="请选择" options={topics} /></Form.Item>
      <Form.Item name="description" label={planLabels.description} extra="通知后公开，不写个人信息"><Input.TextArea rows={4} maxLength={2000} showCount /></Form.Item>
      <div className={rows.pair}>
        <Form.Item name="form" label={planLabels.form} rules={[{ required: true, message: "请选择协商形式" }]}><Select options={choices(forms)} /></Form.Item>
        <Form.Item name="meets_at" label={planLabels.meets_at} extra={rule && `通知须在 ${rule.notice_days} 天前发出：今天通知，最早 ${earliest} 开会`} rules={[{ required: true, message: "请选择会议时间" }, notBefore(earliest)]}><InstantInput /></Form.Item>
      </div>
      <Form.Item name="place" label={planLabels.place} rules={[{ required: true, whitespace: true, min: 2, message: "请填写会议地点" }]}><Input maxLength={100} /></Form.Item>
      <Invited />
    </>
  );
}
