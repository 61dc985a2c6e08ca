/** 起草项目: from one or more needs of the pool; `?need_id=` names those already chosen, `?deliberation_id=` where it was agreed on. */
import { useSearchParams } from "react-router";
import { FormPage } from "@/ui/FormPage";
import { ProjectFields } from "./ProjectFields";
import { propose, type Plan, type Project } from "./queries";

export default function ProjectForm() {
  const [params] = useSearchParams();
  const need_ids = params.getAll("need_id");
  const deliberation_id = params.get("deliberation_id") ?? undefined;
  return (
    <FormPage<Plan, Project>
      title="起草项目"
      advice="保存为草稿，核对后再提交；由镇街批准或退回补正。"
      // A draft begun from other needs is another draft.
      draft={["projects/project/new", ...(deliberation_id ? [deliberation_id] : []), ...need_ids].join("/")}
      initial={{ need_ids, deliberation_id, goals: [""] }}
      submit={propose}
      done={({ id }) => `/projects/projects/${id}`}
      act="保存草稿"
    >
      <ProjectFields />
    </FormPage>
  );
}
