/** A project in a short list: what is to be done about it. */
import type { Line } from "@/ui/ShortList";
import { StateTag } from "@/ui/StateTag";
import { nextOfProject } from "./nextOfProject";
import type { Project } from "./queries";
import { projectStates } from "./states";

export const line = (project: Project): Line => ({
  id: project.id,
  to: `/projects/projects/${project.id}`,
  name: project.title,
  state: <StateTag states={projectStates} state={project.state} />,
  marks: [<span key="until" className="figures">至 {project.ends_on}</span>],
  next: nextOfProject(project)?.what,
});
