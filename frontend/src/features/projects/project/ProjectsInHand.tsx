/** 在办项目: those not closed yet, what waits with their drafter first. */
import { Button } from "antd";
import { Link } from "react-router";
import type { Question } from "@/api/view";
import { OnlyFor } from "@/ui/OnlyFor";
import { ShortList, type FirstOf } from "@/ui/ShortList";
import { proposers } from "../roles";
import { line } from "./line";
import { projectList, type Project } from "./queries";

const SHOWN = 6;
const ORDER: Project["state"][] = ["returned", "draft", "submitted", "approved"];

const inHand: Question<FirstOf<Project>> = {
  queryKey: ["projects", "projects", "in-hand"],
  queryFn: async () => {
    const pages = await Promise.all(ORDER.map((state) => projectList.page({ state, limit: SHOWN, count: true })));
    const total = pages.reduce((sum, page) => sum + (page.count ?? page.items.length), 0);
    return { items: pages.flatMap(({ items }) => items).slice(0, SHOWN), total };
  },
};

const proposeOne = (
  <OnlyFor roles={proposers}>
    <Link to="/projects/projects/new"><Button>起草项目</Button></Link>
  </OnlyFor>
);

export function ProjectsInHand() {
  return <ShortList title="在办项目" question={inHand} line={line} all="/projects/projects" empty={{ advice: "没有在办的项目。先从需求池选一项居民需求，据此起草。", act: proposeOne }} />;
}
