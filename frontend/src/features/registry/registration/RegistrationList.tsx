/** Applications for registration: what waits for acceptance or decision until which day, and how it was decided. */
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Moment } from "@/ui/Moment";
import { Narrowed } from "@/ui/Narrowed";
import { OnlyFor } from "@/ui/OnlyFor";
import { OrganisationName } from "@/ui/OrganisationName";
import { StateTag } from "@/ui/StateTag";
import { kinds } from "../organisation/messages";
import { drafters } from "../roles";
import { registrations, type Registration, type RegistrationQuery } from "./queries";
import { registrationStates, wayOf } from "./states";

const filters: Filter<RegistrationQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(registrationStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<Registration>[] = [
  { key: "name", title: "组织", value: ({ name }) => name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={registrationStates} state={state} /> },
  { key: "way", title: "成立方式", value: wayOf },
  { key: "kind", title: "组织类型", value: ({ kind }) => kinds[kind] },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "submitted_at", title: "申请时间", value: ({ submitted_at }) => <Moment at={submitted_at} /> },
  { key: "due_on", title: "办理期限", value: ({ due_on }) => <span className="figures">{due_on ?? "—"}</span> },
  { key: "decided_on", title: "决定日期", value: ({ decided_on }) => <span className="figures">{decided_on ?? "—"}</span> },
];

const applyOne = (
  <OnlyFor roles={drafters}>
    <Link to="/registry/registrations/new"><Button type="primary">申请登记</Button></Link>
  </OnlyFor>
);

export default function RegistrationList() {
  const [params] = useSearchParams();
  return (
    <>
      <Narrowed by="organisation_id">{(id) => <>只列组织“<OrganisationName id={id} />”的登记申请</>}</Narrowed>
      <ListPage
        title="登记申请"
        list={registrations}
        columns={columns}
        filters={filters}
        fixed={fixedBy<RegistrationQuery>(params, ["organisation_id"])}
        open={({ id }) => `/registry/registrations/${id}`}
        acts={applyOne}
        empty={{ title: "还没有登记申请", advice: "新成立的组织在这里申请登记；已备案的，从组织的页面申请转为登记。", act: applyOne }}
      />
    </>
  );
}
