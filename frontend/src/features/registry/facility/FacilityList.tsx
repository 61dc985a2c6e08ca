/** Facilities: what is open where, and how large. */
import { Button } from "antd";
import { Link } from "react-router";
import { count } from "@/ui/amounts";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { keepers } from "../roles";
import { facilities, type Facility, type FacilityQuery } from "./queries";
import { facilityKinds, facilityStates } from "./states";

const filters: Filter<FacilityQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(facilityStates) },
  { name: "kind", label: "设施类型", kind: "select", options: choices(facilityKinds) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<Facility>[] = [
  { key: "name", title: "设施", value: ({ name }) => name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={facilityStates} state={state} /> },
  { key: "kind", title: "设施类型", value: ({ kind }) => facilityKinds[kind] },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "address", title: "地址", value: ({ address }) => address },
  { key: "floor", title: "建筑面积（平方米）", value: ({ floor_area_m2 }) => count(floor_area_m2), number: true },
  { key: "opening_hours", title: "开放时间", value: ({ opening_hours }) => opening_hours, extra: true },
  { key: "opened_on", title: "启用日期", value: ({ opened_on }) => <span className="figures">{opened_on}</span> },
];

const openOne = (
  <OnlyFor roles={keepers}>
    <Link to="/registry/facilities/new"><Button type="primary">启用设施</Button></Link>
  </OnlyFor>
);

export default function FacilityList() {
  return (
    <ListPage
      title="服务设施"
      list={facilities}
      columns={columns}
      filters={filters}
      open={({ id }) => `/registry/facilities/${id}`}
      acts={openOne}
      empty={{ title: "还没有服务设施", advice: "镇街或村（社区）启用综合服务管理中心等设施后，会列在这里。", act: openOne }}
    />
  );
}
