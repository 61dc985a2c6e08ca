/** One post: whether somebody holds it, who employs them, and everybody who held it before. */
import { Link, useParams } from "react-router";
import { AreaName, TownName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { WorkerName } from "@/ui/WorkerName";
import { FillingDialog } from "./FillingDialog";
import { HoldingsTable } from "./HoldingsTable";
import { PostEmployer } from "./PostEmployer";
import { post, type Post } from "./queries";
import { postFields, postStates, timeOf } from "./states";

const next = ({ state, area_id }: Post): Waiting | undefined =>
  state === "vacant" ? { what: "空岗：安排登记有效的社工上岗", who: <><TownName of={area_id} /> 经办</> } : undefined;

const facts = (record: Post): Fact[] => [
  { label: "服务领域", value: postFields[record.field] },
  { label: "全职或兼职", value: timeOf(record.full_time) },
  { label: "用人单位", value: <PostEmployer of={record} /> },
  { label: "设岗日期", value: <span className="figures">{record.planned_on}</span> },
  { label: "在岗社工", value: record.holder && <WorkerName id={record.holder.social_worker_id} /> },
  { label: "上岗日期", value: <span className="figures">{record.holder?.starts_on ?? "—"}</span> },
];

export default function PostPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={post(id)}
      name={({ number }) => number}
      states={postStates}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      next={next}
      facts={facts}
      tabs={({ holdings }) => [{ key: "holdings", label: `在岗记录 ${holdings.length}`, children: <HoldingsTable holdings={holdings} /> }]}
      consequences={() => ({ vacation: "今日起不再在岗，岗位转为空岗。" })}
      dialogs={{ filling: ({ record, ...asked }) => <FillingDialog post={record} {...asked} /> }}
    />
  );
}
