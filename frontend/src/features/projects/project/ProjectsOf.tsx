/** The projects that grew from a record, as lines within it. */
import { Link } from "react-router";
import { StateTag } from "@/ui/StateTag";
import { Money } from "@/ui/Money";
import { WideTable } from "@/ui/WideTable";
import type { Project } from "./queries";
import { projectStates } from "./states";

export function ProjectsOf({ projects }: { projects: Project[] | undefined }) {
  return (
    <WideTable<Project>
      label="项目"
      loading={projects === undefined}
      dataSource={projects ?? []}
      locale={{ emptyText: "还没有项目" }}
      columns={[
        { title: "项目", render: (_title: unknown, { id, title }) => <Link to={`/projects/projects/${id}`}>{title}</Link> },
        { title: "状态", render: (_state: unknown, { state }) => <StateTag states={projectStates} state={state} /> },
        { title: "预算", render: (_budget: unknown, { budget_fen }) => <Money fen={budget_fen} />, align: "right" },
      ]}
    />
  );
}
