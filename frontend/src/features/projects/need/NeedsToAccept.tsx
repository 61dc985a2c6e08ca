/** 待受理需求: what residents raised and nobody has taken into the pool yet. */
import type { Question } from "@/api/view";
import { ShortAreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { dayOf } from "@/ui/times";
import { CategoryName } from "./CategoryName";
import { needs, type Need } from "./queries";

const SHOWN = 6;

const raised: Question<FirstOf<Need>> = {
  queryKey: ["projects", "needs", "raised", "first"],
  queryFn: async () => {
    const page = await needs.page({ state: "raised", limit: SHOWN, count: true });
    return { items: page.items, total: page.count ?? undefined };
  },
};

const line = ({ id, title, area_id, category, persons_affected, raised_at }: Need): Line => ({
  id,
  to: `/projects/needs/${id}`,
  name: title,
  marks: [
    <ShortAreaName key="area" id={area_id} />,
    <CategoryName key="category" code={category} />,
    `涉及 ${count(persons_affected)} 人`,
    <span key="raised" className="figures">{dayOf(raised_at)} 提出</span>,
  ],
  next: "受理入池，或并入同类需求",
});

export function NeedsToAccept() {
  return <ShortList title="待受理需求" question={raised} line={line} all="/projects/needs?state=raised" empty={{ advice: "没有等待受理的需求。居民在手机上反映的会列在这里。" }} />;
}
