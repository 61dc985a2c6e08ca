/** 修改方案: of a draft, or of a project returned for correction. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { ProjectFields, projectLabels } from "./ProjectFields";
import { project, revise, type Plan, type Project } from "./queries";

function Loaded({ of: record }: { of: Project }) {
  const { id, need_ids, title, goals, budget_fen, starts_on, ends_on, organisation_id, deliberation_id } = record;
  return (
    <FormPage<Plan, Project>
      title={`修改 ${title}`}
      advice={record.returned_because ? `退回意见：${record.returned_because}` : "修改后仍需提交审批。"}
      draft={`projects/project/${id}/revision`}
      version={record.version}
      labels={projectLabels}
      initial={{ need_ids, title, goals, budget_fen, starts_on, ends_on, organisation_id, deliberation_id }}
      submit={(values, version) => revise({ id, version }, values)}
      done={() => `/projects/projects/${id}`}
      act="保存修改"
    >
      <ProjectFields />
    </FormPage>
  );
}

export default function ProjectRevision() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(project(id))} rows={10}>{(record) => <Loaded of={record} />}</Answered>;
}
