/** Posts of social workers: which are filled and which are vacant, today or on any day. */
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Narrowed } from "@/ui/Narrowed";
import { OnlyFor } from "@/ui/OnlyFor";
import { OrganisationName } from "@/ui/OrganisationName";
import { StateTag } from "@/ui/StateTag";
import { registrars } from "../roles";
import { WorkerName } from "@/ui/WorkerName";
import { PostEmployer } from "./PostEmployer";
import { posts, type Post, type PostQuery } from "./queries";
import { postFields, postStates, timeOf } from "./states";

const filters: Filter<PostQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(postStates) },
  { name: "field", label: "服务领域", kind: "select", options: choices(postFields) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
  { name: "on", label: "某日的在岗情况", kind: "day" },
];

const columns: Column<Post>[] = [
  { key: "number", title: "岗位编号", value: ({ number }) => <span className="figures">{number}</span> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={postStates} state={state} /> },
  { key: "field", title: "服务领域", value: ({ field }) => postFields[field] },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "holder", title: "在岗社工", value: ({ holder }) => (holder ? <WorkerName id={holder.social_worker_id} /> : "—") },
  { key: "since", title: "上岗日期", value: ({ holder }) => <span className="figures">{holder?.starts_on ?? "—"}</span> },
  { key: "employer", title: "用人单位", value: (one) => <PostEmployer of={one} /> },
  { key: "time", title: "全职或兼职", value: ({ full_time }) => timeOf(full_time), extra: true },
  { key: "planned_on", title: "设岗日期", value: ({ planned_on }) => <span className="figures">{planned_on}</span>, extra: true },
];

const planOne = (
  <OnlyFor roles={registrars}>
    <Link to="/registry/posts/new"><Button type="primary">设岗</Button></Link>
  </OnlyFor>
);

export default function PostList() {
  const [params] = useSearchParams();
  return (
    <>
      <Narrowed by="organisation_id">{(id) => <>只列机构“<OrganisationName id={id} />”的岗位</>}</Narrowed>
      <Narrowed by="social_worker_id">{(id) => <>只列社工“<WorkerName id={id} />”任过的岗位</>}</Narrowed>
      <ListPage
        title="社工岗位"
        list={posts}
        columns={columns}
        filters={filters}
        fixed={fixedBy<PostQuery>(params, ["organisation_id", "social_worker_id"])}
        open={({ id }) => `/registry/posts/${id}`}
        acts={planOne}
        empty={{ title: "还没有社工岗位", advice: "镇街设岗后，空岗和在岗的岗位会列在这里。", act: planOne }}
      />
    </>
  );
}
