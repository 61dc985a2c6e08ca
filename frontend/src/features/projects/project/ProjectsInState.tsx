/** The projects that wait in one state: for approval at whoever reviews, for correction at whoever drafted. */
import type { Question } from "@/api/view";
import { ShortList, type FirstOf } from "@/ui/ShortList";
import { line } from "./line";
import { projectList, type Project } from "./queries";

const SHOWN = 6;

const inState = (state: Project["state"]): Question<FirstOf<Project>> => ({
  queryKey: ["projects", "projects", state, "first"],
  queryFn: async () => {
    const { items, count } = await projectList.page({ state, limit: SHOWN, count: true });
    return { items, total: count ?? undefined };
  },
});

export function ProjectsToReview() {
  return <ShortList title="待审批项目" question={inState("submitted")} line={line} all="/projects/projects?state=submitted" empty={{ advice: "没有等待审批的项目。" }} />;
}

export function ProjectsToCorrect() {
  return <ShortList title="退回补正的项目" question={inState("returned")} line={line} all="/projects/projects?state=returned" empty={{ advice: "没有被退回补正的项目。" }} />;
}
