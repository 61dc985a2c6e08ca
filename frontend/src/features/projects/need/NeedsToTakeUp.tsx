/** 待承接需求: what waits in the pool for a project; each leads to the draft of one. */
import type { Question } from "@/api/view";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { line } from "./line";
import { pool, type OpenNeed } from "./queries";

const SHOWN = 6;
const MOST = 200;

/** What most people ask for comes first. */
const waiting: Question<FirstOf<OpenNeed>> = {
  queryKey: ["projects", "pool", "waiting"],
  queryFn: async () => {
    const { items, next } = await pool.page({ limit: MOST });
    const open = items.filter(({ state, project_id }) => state === "pooled" && !project_id);
    open.sort((one, other) => other.persons_affected - one.persons_affected);
    return { items: open.slice(0, SHOWN), ...(next ? { among: MOST } : { total: open.length }) };
  },
};

const onDesk = (need: OpenNeed): Line => ({ ...line(need), to: `/projects/projects/new?need_id=${need.id}`, next: "打开后据此起草项目" });

export function NeedsToTakeUp() {
  return <ShortList title="待承接需求" question={waiting} line={onDesk} all="/projects/published/needs" empty={{ advice: "需求池里没有等待承接的需求。村（社区）受理入池后会列在这里。" }} />;
}
