/** Projects that answer residents' needs: what waits for approval, what runs, who carries it out, for how much. */
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Money } from "@/ui/Money";
import { OnlyFor } from "@/ui/OnlyFor";
import { OrganisationName } from "@/ui/OrganisationName";
import { StateTag } from "@/ui/StateTag";
import { Narrowed } from "@/ui/Narrowed";
import { NeedTitle } from "../need/NeedTitle";
import { proposers } from "../roles";
import { projectList, type Project, type ProjectQuery } from "./queries";
import { projectStates } from "./states";

const filters: Filter<ProjectQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(projectStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<Project>[] = [
  { key: "title", title: "项目", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={projectStates} state={state} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "organisation", title: "承接组织", value: ({ organisation_id }) => (organisation_id ? <OrganisationName id={organisation_id} /> : "—") },
  { key: "budget", title: "预算", value: ({ budget_fen }) => <Money fen={budget_fen} />, number: true },
  { key: "period", title: "期限", value: ({ starts_on, ends_on }) => <span className="figures">{starts_on} 至 {ends_on}</span> },
  { key: "activities", title: "活动", value: ({ activities_held, activities_published }) => `已办 ${activities_held} · 待办 ${activities_published}` },
  { key: "needs", title: "需求", value: ({ need_ids }) => `${need_ids.length} 项`, extra: true },
];

const proposeOne = (
  <OnlyFor roles={[...proposers]}>
    <Link to="/projects/projects/new"><Button type="primary">起草项目</Button></Link>
  </OnlyFor>
);

export default function ProjectList() {
  const [params] = useSearchParams();
  const [need_id, organisation_id] = [params.get("need_id"), params.get("organisation_id")];
  return (
    <>
      <Narrowed by="need_id">{(id) => <>只列承接“<Link to={`/projects/needs/${id}`}><NeedTitle id={id} /></Link>”的项目</>}</Narrowed>
      <Narrowed by="organisation_id">{(id) => <>只列由<OrganisationName id={id} />承接的项目</>}</Narrowed>
      <ListPage
        title="服务项目"
        list={projectList}
        columns={columns}
        filters={filters}
        fixed={{ ...(need_id && { need_id }), ...(organisation_id && { organisation_id }) }}
        open={({ id }) => `/projects/projects/${id}`}
        acts={proposeOne}
        empty={{ title: "还没有项目", advice: "从需求池中的居民需求起草、由镇街审批的项目会列在这里。", act: proposeOne }}
      />
    </>
  );
}
