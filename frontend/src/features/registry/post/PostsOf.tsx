/** The posts of an agency, or those that a social worker has held. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { ShortAreaName } from "@/ui/AreaName";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { WorkerName } from "@/ui/WorkerName";
import { postsOf, type Parent, type Post } from "./queries";
import { postFields, postStates } from "./states";

/** On which days one social worker held it. */
const heldBy = ({ holdings }: Post, worker: string) =>
  holdings.filter(({ social_worker_id }) => social_worker_id === worker).map(({ starts_on, ends_on }) => `${starts_on} 至 ${lastDay(ends_on) ?? "今"}`).join("；");

export function PostsOf(parent: Parent) {
  const worker = parent.social_worker_id;
  const who = worker
    ? { title: "在岗日期", render: (_days: unknown, one: Post) => heldBy(one, worker), className: "figures" }
    : { title: "在岗社工", render: (_who: unknown, { holder }: Post) => (holder ? <WorkerName id={holder.social_worker_id} /> : "—") };
  return (
    <Answered query={useQuery(postsOf(parent))}>
      {({ items }) => (
        <WideTable<Post>
          label="社工岗位"
          dataSource={items}
          locale={{ emptyText: worker ? "没有上过岗" : "没有岗位" }}
          columns={[
            { title: "岗位编号", render: (_number: unknown, { id, number }) => <Link to={`/registry/posts/${id}`}>{number}</Link>, className: "figures" },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={postStates} state={state} /> },
            { title: "服务领域", render: (_field: unknown, { field }) => postFields[field] },
            { title: "村（社区）", render: (_area: unknown, { area_id }) => <ShortAreaName id={area_id} /> },
            who,
          ]}
        />
      )}
    </Answered>
  );
}
