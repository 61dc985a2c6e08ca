/** 待承接需求: what waits in the pool for a project; each leads to the draft of one. */
import type { Question } from "@/api/view";
import { ShortAreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { dayOf } from "@/ui/times";
import { CategoryName } from "./CategoryName";
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

const line = ({ id, title, area_id, category, persons_affected, raised_at }: OpenNeed): Line => ({
  id,
  to: `/projects/projects/new?need_id=${id}`,
  name: title,
  marks: [
    <ShortAreaName key="area" id={area_id} />,
    <CategoryName key="category" code={category} />,
    `涉及 ${count(persons_affected)} 人`,
    <span key="raised" className="figures">{dayOf(raised_at)} 提出</span>,
  ],
  next: "打开后据此起草项目",
});

export function NeedsToTakeUp() {
  return <ShortList title="待承接需求" question={waiting} line={line} all="/projects/published/needs" empty={{ advice: "需求池里没有等待承接的需求。村（社区）受理入池后会列在这里。" }} />;
}
