/** A need in a short list: where, of what kind, for how many, since when. */
import { ShortAreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import type { Line } from "@/ui/ShortList";
import { dayOf } from "@/ui/times";
import { CategoryName } from "./CategoryName";
import type { Need, OpenNeed } from "./queries";

export const line = ({ id, title, area_id, category, persons_affected, raised_at }: Need | OpenNeed): Omit<Line, "to"> => ({
  id,
  name: title,
  marks: [
    <ShortAreaName key="area" id={area_id} />,
    <CategoryName key="category" code={category} />,
    `涉及 ${count(persons_affected)} 人`,
    <span key="raised" className="figures">{dayOf(raised_at)} 提出</span>,
  ],
});
