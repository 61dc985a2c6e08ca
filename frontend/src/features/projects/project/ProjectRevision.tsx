/** 修改方案: of a draft, or of a project returned for correction. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useParams } from "react-router";
import { FormPage } from "@/ui/FormPage";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { ProjectFields } from "./ProjectFields";
import { project, revise, type Plan, type Project } from "./queries";

export default function ProjectRevision() {
  const { id = "" } = useParams();
  const { data: record, error, refetch } = useQuery(project(id));
  if (error && !record) return <ProblemAlert error={error} onReload={() => void refetch()} />;
  if (!record) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  const { need_ids, title, goals, budget_fen, starts_on, ends_on, organisation_id } = record;
  return (
    <FormPage<Plan, Project>
      title={`修改 ${title}`}
      advice={record.returned_because ? `退回意见：${record.returned_because}` : "修改后仍需提交审批。"}
      draft={`projects/project/${id}/revision`}
      initial={{ need_ids, title, goals, budget_fen, starts_on, ends_on, organisation_id }}
      submit={(values) => revise(record, values)}
      done={() => `/projects/projects/${id}`}
      act="保存修改"
    >
      <ProjectFields />
    </FormPage>
  );
}
