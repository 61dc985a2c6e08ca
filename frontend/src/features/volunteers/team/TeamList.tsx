/** 志愿服务队: what they do, where, and how many are in. */
import { Button } from "antd";
import { Link } from "react-router";
import { count } from "@/ui/amounts";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { OrganisationName } from "@/ui/OrganisationName";
import { StateTag } from "@/ui/StateTag";
import { VolunteerName } from "../PersonName";
import { teamFounders } from "../roles";
import { teams, type Team, type TeamQuery } from "./queries";
import { serviceFields, teamStates } from "./states";

const filters: Filter<TeamQuery>[] = [
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
  { name: "field", label: "服务领域", kind: "select", options: choices(serviceFields) },
  { name: "state", label: "状态", kind: "select", options: choices(teamStates) },
];

const columns: Column<Team>[] = [
  { key: "name", title: "队伍", value: ({ name }) => name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={teamStates} state={state} /> },
  { key: "field", title: "服务领域", value: ({ field }) => serviceFields[field] },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "members", title: "队员", value: ({ members }) => <span className="figures">{count(members)}</span> },
  { key: "leader", title: "队长", value: ({ leader_volunteer_id }) => (leader_volunteer_id ? <VolunteerName id={leader_volunteer_id} /> : "待指定") },
  { key: "organisation", title: "所属组织", value: ({ organisation_id }) => (organisation_id ? <OrganisationName id={organisation_id} /> : "村（社区）或镇街") },
  { key: "formed_on", title: "成立日期", value: ({ formed_on }) => <span className="figures">{formed_on}</span>, extra: true },
];

const formOne = (
  <OnlyFor roles={teamFounders}>
    <Link to="/volunteers/teams/new"><Button type="primary">成立队伍</Button></Link>
  </OnlyFor>
);

export default function TeamList() {
  return (
    <ListPage
      title="志愿服务队"
      list={teams}
      columns={columns}
      filters={filters}
      open={({ id }) => `/volunteers/teams/${id}`}
      acts={formOne}
      empty={{ title: "还没有志愿服务队", advice: "成立队伍后，志愿者可在手机端申请加入，并为队伍结对一名社工。", act: formOne }}
    />
  );
}
