/** 登记进驻: an organisation or a social worker moves into the facility that the address names. */
import { useQuery } from "@tanstack/react-query";
import { Form, Input, Radio } from "antd";
import { useSearchParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { DayInput } from "@/ui/DayInput";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { OrganisationSelect } from "@/ui/OrganisationSelect";
import { endOf } from "@/ui/periods";
import { facility, type Facility } from "../facility/queries";
import { WorkerSelect } from "../social_worker/WorkerSelect";
import { start, type Starting, type Stationing } from "./queries";

interface Values {
  who: "organisation" | "worker";
  organisation_id?: string;
  social_worker_id?: string;
  agreement: string;
  until: string;
}

const labels = { organisation_id: "组织", social_worker_id: "社工", agreement: "进驻协议", until: "协议期至", facility_id: "设施" };

/** One of both, whichever was chosen last; people name the last day, the registry the first one without. */
const sent = (facility_id: string, { who, organisation_id, social_worker_id, agreement, until }: Values): Starting => ({
  facility_id,
  agreement: agreement.trim(),
  until: endOf(until) ?? "",
  ...(who === "organisation" ? { organisation_id } : { social_worker_id }),
});

function WhoItem() {
  const who = Form.useWatch<Values["who"]>("who");
  if (who === "worker") return <Form.Item name="social_worker_id" label={labels.social_worker_id} extra="登记在有效期内的社工" rules={[{ required: true, message: "请选择社工" }]}><WorkerSelect /></Form.Item>;
  return <Form.Item name="organisation_id" label={labels.organisation_id} extra="当日资格状态正常的组织才能进驻" rules={[{ required: true, message: "请选择组织" }]}><OrganisationSelect /></Form.Item>;
}

function Loaded({ of: { id, name, state } }: { of: Facility }) {
  if (state !== "open") return <EmptyState page title="设施已关闭" advice={`“${name}”已关闭，不能再登记进驻。`} />;
  return (
    <FormPage<Values, Stationing>
      title={`登记进驻：${name}`}
      advice="自今日起进驻，协议到期自动退出。"
      draft={`registry/stationing/new/${id}`}
      labels={labels}
      initial={{ who: "organisation" }}
      submit={(values) => start(sent(id, values))}
      done={(made) => `/registry/stationings/${made.id}`}
      act="登记进驻"
    >
      <Form.Item name="who" label="进驻方">
        <Radio.Group options={[{ value: "organisation", label: "组织" }, { value: "worker", label: "社工" }]} />
      </Form.Item>
      <WhoItem />
      <Form.Item name="agreement" label={labels.agreement} extra="协议名称和编号" rules={[{ required: true, whitespace: true, min: 4, message: "请填写进驻协议，至少 4 个字" }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="until" label={labels.until} extra="协议有效的最后一天" rules={[{ required: true, message: "请选择协议期限" }]}><DayInput /></Form.Item>
    </FormPage>
  );
}

export default function StationingForm() {
  const id = useSearchParams()[0].get("facility_id");
  const asked = useQuery({ ...facility(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从设施进入" advice="进驻属于一处开放的设施：打开设施，选“登记进驻”。" />;
  return <Answered query={asked} rows={6}>{(of) => <Loaded of={of} />}</Answered>;
}
