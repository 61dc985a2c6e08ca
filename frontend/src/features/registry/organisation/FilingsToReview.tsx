/** 待受理备案: filings that were submitted and wait to be examined. */
import type { Question } from "@/api/view";
import { ShortAreaName } from "@/ui/AreaName";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { categories } from "./messages";
import { organisations, type OrganisationItem } from "./queries";

const SHOWN = 6;

const submitted: Question<FirstOf<OrganisationItem>> = {
  queryKey: ["registry", "organisations", "submitted", "first"],
  queryFn: async () => {
    const { items, count } = await organisations.page({ state: "submitted", limit: SHOWN, count: true });
    return { items, total: count ?? undefined };
  },
};

const line = ({ id, name, category, area_id }: OrganisationItem): Line => ({
  id,
  to: `/registry/organisations/${id}`,
  name,
  marks: [categories[category], <ShortAreaName key="area" id={area_id} />],
  next: "受理审查：准予备案，或退回补正",
});

export function FilingsToReview() {
  return <ShortList title="待受理备案" question={submitted} line={line} all="/registry/organisations?state=submitted" empty={{ advice: "没有等待受理审查的备案。" }} />;
}
