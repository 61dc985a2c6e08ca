/** The facts of a need. */
import { Link } from "react-router";
import { count } from "@/ui/amounts";
import type { Fact } from "@/ui/Facts";
import { minuteOf } from "@/ui/times";
import { ProjectTitle } from "../project/ProjectTitle";
import { CategoryName } from "./CategoryName";
import type { Need } from "./queries";

export function factsOfNeed(need: Need): Fact[] {
  const facts: Fact[] = [
    { label: "类别", value: <CategoryName code={need.category} /> },
    { label: "涉及人数", value: `${count(need.persons_affected)} 人` },
    { label: "提出时间", value: <span className="figures">{minuteOf(need.raised_at)}</span> },
    { label: "承接项目", value: need.project_id ? <Link to={`/projects/projects/${need.project_id}`}><ProjectTitle id={need.project_id} /></Link> : "尚无" },
  ];
  if (need.declined_because) facts.push({ label: "不予受理的理由", value: need.declined_because, wide: true });
  facts.push({ label: "说明", value: need.description, wide: true });
  return facts;
}
