/** 作出处理: a suspension or a bar for the organisation that the address names; the ground decides which. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input } from "antd";
import { useSearchParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { DayInput } from "@/ui/DayInput";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { endOf } from "@/ui/periods";
import { dayOf } from "@/ui/times";
import { organisation, type Organisation } from "../organisation/queries";
import { GroundSelect } from "./GroundSelect";
import { grounds, impose, type Imposing, type Sanction } from "./queries";
import { measures } from "./states";

type Values = Omit<Imposing, "organisation_id">;

const labels = { ground: "处理事由", document: "决定文号", starts_on: "自何日起", ends_on: "至何日止" };

/** What the chosen ground leads to, and for how long at most. */
function Consequence() {
  const code = Form.useWatch<string | undefined>("ground");
  const { data } = useQuery(grounds);
  const chosen = data?.items.find((one) => one.code === code);
  if (!chosen) return <>由事由决定是暂停还是禁止参与政府采购</>;
  const { measure, longest_months } = chosen;
  return <>处理：{measures[measure]}{longest_months ? `，最长 ${longest_months} 个月` : ""}</>;
}

function Loaded({ of: { id, name } }: { of: Organisation }) {
  return (
    <FormPage<Values, Sanction>
      title={`作出处理：${name}`}
      advice="处理自决定当日或以后生效，由另一名经办解除。期间不能投标、签约；禁止参与政府采购须写明截止日期。"
      draft={`registry/sanction/new/${id}`}
      labels={labels}
      initial={{ starts_on: dayOf(new Date()) }}
      submit={(values) => impose({ ...values, organisation_id: id, document: values.document.trim(), ends_on: endOf(values.ends_on) })}
      done={(made) => `/registry/sanctions/${made.id}`}
      act="作出处理"
    >
      <Form.Item name="ground" label={labels.ground} extra={<Consequence />} rules={[{ required: true, message: "请选择处理事由" }]}><GroundSelect of={["suspension", "bar"]} /></Form.Item>
      <Form.Item name="document" label={labels.document} rules={[{ required: true, whitespace: true, min: 4, message: "请填写决定文号，至少 4 个字" }]}><Input maxLength={100} /></Form.Item>
      <Form.Item name="starts_on" label={labels.starts_on} rules={[{ required: true, message: "请选择起始日期" }]}><DayInput /></Form.Item>
      <Form.Item name="ends_on" label={labels.ends_on} extra="处理有效的最后一天；暂停可以不填，至解除为止"><DayInput /></Form.Item>
    </FormPage>
  );
}

export default function SanctionForm() {
  const id = useSearchParams()[0].get("organisation_id");
  const asked = useQuery({ ...organisation(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从组织进入" advice="处理针对一个组织：打开组织，在“资格与处理”中选“作出处理”。" />;
  return <Answered query={asked} rows={6}>{(of) => <Loaded of={of} />}</Answered>;
}
