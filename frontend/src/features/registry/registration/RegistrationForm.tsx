/** 申请登记: of a new body, or of the filed one that the address names, which stays the same organisation. */
import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useSearchParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { AreaSelect } from "@/ui/AreaSelect";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { organisation, type Organisation } from "../organisation/queries";
import { given, type Declared } from "./DocumentFields";
import { MaterialFields, materialLabels, noPerson, personal } from "./MaterialFields";
import { apply, conditions, type Applying, type Conditions, type Registration } from "./queries";

function Anew({ law }: { law: Conditions }) {
  return (
    <FormPage<Declared<Applying>, Registration>
      title="申请登记"
      advice="新成立的组织填写；已备案的，请从组织的页面申请转为登记。提交后由市级登记机关在期限内受理，材料不全的一次告知补正。"
      draft="registry/registration/new"
      secret={personal}
      labels={materialLabels}
      initial={{ kind: "social_association", representative: noPerson }}
      submit={(values) => apply({ ...values, documents: given(values, law) })}
      done={({ id }) => `/registry/registrations/${id}`}
      act="提交申请"
    >
      <Form.Item name="area_id" label={materialLabels.area_id} rules={[{ required: true, message: "请选择所在片区" }]}><AreaSelect /></Form.Item>
      <MaterialFields law={law} />
    </FormPage>
  );
}

function Promotion({ of: { id, name, kind, category, venue, members, state }, law }: { of: Organisation; law: Conditions }) {
  if (state !== "filed") return <EmptyState page title="不能申请转为登记" advice={`只有已备案、尚未登记的组织可以由备案转为登记；“${name}”不在已备案状态。`} />;
  return (
    <FormPage<Declared<Applying>, Registration>
      title={`申请转为登记：${name}`}
      advice="准予后仍是同一组织：备案号、备案日期和沿革保留，自登记之日起取得统一社会信用代码。"
      draft={`registry/registration/new/${id}`}
      secret={personal}
      labels={materialLabels}
      initial={{ name, kind, category, venue, members, representative: noPerson }}
      submit={(values) => apply({ ...values, documents: given(values, law), organisation_id: id })}
      done={(made) => `/registry/registrations/${made.id}`}
      act="提交申请"
    >
      <MaterialFields law={law} />
    </FormPage>
  );
}

export default function RegistrationForm() {
  const id = useSearchParams()[0].get("organisation_id");
  const asked = useQuery({ ...organisation(id ?? ""), enabled: id !== null });
  const law = useQuery(conditions);
  if (!id) return <Answered query={law} rows={10}>{(said) => <Anew law={said} />}</Answered>;
  return <Answered query={asked} rows={10}>{(of) => <Answered query={law} rows={10}>{(said) => <Promotion of={of} law={said} />}</Answered>}</Answered>;
}
