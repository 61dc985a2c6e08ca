/** 补录时长: for somebody who took part but could not check in or out. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { Link, useSearchParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { InstantInput } from "@/ui/InstantInput";
import { instantOf, isPast, minuteOf } from "@/ui/times";
import { VolunteerName } from "../PersonName";
import { signup, type Signup } from "../signup/queries";
import { Span } from "../Span";
import { propose, type Hours, type HoursIn } from "./queries";

const chosen = (what: string) => [{ required: true, message: `请选择${what}` }];

function Loaded({ of }: { of: Signup }) {
  return (
    <FormPage<Omit<HoursIn, "signup_id">, Hours>
      title={`补录时长：${of.title}`}
      advice={<>志愿者 <VolunteerName id={of.volunteer_id} />，活动计划时间 <Span of={of} />。补录不得超出计划时间和规定的上限，由第二人确认后才计入；没有截止期限。</>}
      draft={`volunteers/hours/${of.id}`}
      initial={{ starts_at: of.starts_at, ends_at: isPast(of.ends_at) ? of.ends_at : instantOf(minuteOf(new Date())) }}
      submit={(values) => propose({ ...values, signup_id: of.id })}
      done={({ id }) => `/volunteers/hours/${id}`}
      act="提出"
    >
      <Form.Item name="starts_at" label="开始时间" rules={chosen("开始时间")}><InstantInput /></Form.Item>
      <Form.Item name="ends_at" label="结束时间" rules={chosen("结束时间")}><InstantInput /></Form.Item>
      <Form.Item
        name="reason"
        label="补录的理由"
        extra="写明为何没有签到或签退、谁能证明在场；第二人和本人都会看到。"
        rules={[{ required: true, whitespace: true, message: "请写明理由" }]}
      >
        <Input.TextArea rows={4} maxLength={500} showCount />
      </Form.Item>
    </FormPage>
  );
}

export default function HoursForm() {
  const id = useSearchParams()[0].get("signup_id");
  const asked = useQuery({ ...signup(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从报名记录进入" advice="补录属于一次报名：打开志愿者的报名，点“补录时长”；活动开始以后、有名额的报名才可以补录。" act={<Link to="/volunteers/signups">打开报名</Link>} />;
  return <Answered query={asked}>{(one) => <Loaded of={one} />}</Answered>;
}
