/** 授予角色: in an area, perhaps for an organisation, from a day and perhaps until one. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { AreaSelect } from "@/ui/AreaSelect";
import { DayInput } from "@/ui/DayInput";
import { FormPage } from "@/ui/FormPage";
import { OrganisationSelect } from "@/ui/OrganisationSelect";
import { endOf } from "@/ui/periods";
import { forOrganisation, given } from "./messages";
import { account, grant, type Account, type Granting } from "./queries";

/** People name the last day of a role; an organisation chosen for another role is not sent. */
const sent = ({ role, area_id, organisation_id, valid_from, valid_to }: Granting): Granting => ({
  role,
  area_id,
  organisation_id: forOrganisation.includes(role) ? organisation_id : null,
  valid_from,
  valid_to: endOf(valid_to),
});

function OrganisationItem() {
  const role = Form.useWatch<Granting["role"] | undefined>("role");
  if (!role || !forOrganisation.includes(role)) return null;
  const isNeeded = role === "organisation_manager";
  return (
    <Form.Item name="organisation_id" label="所属组织" extra={isNeeded ? undefined : "镇街直聘的社工不填"} rules={isNeeded ? [{ required: true, message: "请选择所属组织" }] : undefined}>
      <OrganisationSelect />
    </Form.Item>
  );
}

function Loaded({ of: { id, version: current, area_id, display_name } }: { of: Account }) {
  return (
    <FormPage<Granting, Account>
      title={`授予角色：${display_name}`}
      advice="授予后立即生效，不必重新登录；不能给自己授权。"
      draft={`gateway/account/${id}/grant`}
      version={current}
      initial={{ area_id }}
      submit={(values, version) => grant({ id, version }, sent(values))}
      done={() => `/gateway/accounts/${id}`}
      act="授予"
    >
      <Form.Item name="role" label="角色" rules={[{ required: true, message: "请选择角色" }]}><Select placeholder="请选择" options={given} /></Form.Item>
      <Form.Item name="area_id" label="管辖或服务的片区" rules={[{ required: true, message: "请选择片区" }]}><AreaSelect /></Form.Item>
      <OrganisationItem />
      <Form.Item name="valid_from" label="生效日期" extra="不填即今日起"><DayInput /></Form.Item>
      <Form.Item name="valid_to" label="最后一日" extra="不填即长期"><DayInput /></Form.Item>
    </FormPage>
  );
}

export default function GrantForm() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(account(id))}>{(record) => <Loaded of={record} />}</Answered>;
}
