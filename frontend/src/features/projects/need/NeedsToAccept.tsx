/** 待受理需求: what residents raised and nobody has taken into the pool yet. */
import type { Question } from "@/api/view";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { line } from "./line";
import { needs, type Need } from "./queries";

const SHOWN = 6;

const raised: Question<FirstOf<Need>> = {
  queryKey: ["projects", "needs", "raised", "first"],
  queryFn: async () => {
    const page = await needs.page({ state: "raised", limit: SHOWN, count: true });
    return { items: page.items, total: page.count ?? undefined };
  },
};

const onDesk = (need: Need): Line => ({ ...line(need), to: `/projects/needs/${need.id}`, next: "受理入池，或并入同类需求" });

export function NeedsToAccept() {
  return <ShortList title="待受理需求" question={raised} line={onDesk} all="/projects/needs?state=raised" empty={{ advice: "没有等待受理的需求。居民在手机上反映的会列在这里。" }} />;
}
