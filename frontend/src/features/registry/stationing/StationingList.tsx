/** 进驻: who works in which facility, under which agreement, until when. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Narrowed } from "@/ui/Narrowed";
import { OrganisationName } from "@/ui/OrganisationName";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { FacilityName } from "../facility/FacilityName";
import { WorkerName } from "@/ui/WorkerName";
import { stationings, type Stationing, type StationingQuery } from "./queries";
import { stationingStates } from "./states";
import { WhoMovedIn } from "./WhoMovedIn";

const filters: Filter<StationingQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(stationingStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<Stationing>[] = [
  { key: "agreement", title: "协议", value: ({ agreement }) => agreement },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={stationingStates} state={state} /> },
  { key: "who", title: "进驻方", value: (one) => <WhoMovedIn of={one} /> },
  { key: "facility", title: "设施", value: ({ facility_id }) => <FacilityName id={facility_id} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} />, extra: true },
  { key: "starts_on", title: "进驻日期", value: ({ starts_on }) => <span className="figures">{starts_on}</span> },
  { key: "until", title: "协议期至", value: ({ until }) => <span className="figures">{lastDay(until)}</span> },
  { key: "ended_on", title: "退出日期", value: ({ ended_on }) => <span className="figures">{ended_on ?? "—"}</span> },
];

export default function StationingList() {
  const [params] = useSearchParams();
  return (
    <>
      <Narrowed by="facility_id">{(id) => <>只列设施“<FacilityName id={id} />”的进驻</>}</Narrowed>
      <Narrowed by="organisation_id">{(id) => <>只列组织“<OrganisationName id={id} />”的进驻</>}</Narrowed>
      <Narrowed by="social_worker_id">{(id) => <>只列社工“<WorkerName id={id} />”的进驻</>}</Narrowed>
      <ListPage
        title="设施进驻"
        list={stationings}
        columns={columns}
        filters={filters}
        fixed={fixedBy<StationingQuery>(params, ["facility_id", "organisation_id", "social_worker_id"])}
        open={({ id }) => `/registry/stationings/${id}`}
        empty={{ title: "还没有组织或社工进驻", advice: "打开一处设施，选“登记进驻”。" }}
      />
    </>
  );
}
