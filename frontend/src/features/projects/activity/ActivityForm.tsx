/** 计划活动: in an approved project; `?project_id=` names the one it begins from. */
import { useQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useSearchParams } from "react-router";
import { AreaSelect } from "@/ui/AreaSelect";
import { FormPage } from "@/ui/FormPage";
import { ProjectTitle } from "../project/ProjectTitle";
import { project, running } from "../project/queries";
import { ActivityFields } from "./ActivityFields";
import { plan, type Activity, type Plan } from "./queries";
import { coded, type WantedRow } from "./wanted";

type Values = Omit<Plan, "wanted"> & { project_id: string; wanted?: WantedRow[] };

function Whereabouts() {
  const { data, isPending } = useQuery(running);
  const projectId = Form.useWatch<string | undefined>("project_id");
  const areaId = Form.useWatch<string | undefined>("area_id");
  const { data: chosen } = useQuery({ ...project(projectId ?? ""), enabled: Boolean(projectId) });
  return (
    <>
      <Form.Item
        name="project_id"
        label="所属项目"
        extra={data?.next ? `只列最近 ${data.items.length} 个项目；更早的请从项目页进入` : undefined}
        rules={[{ required: true, message: "请选择项目" }]}
      >
        <Select
          placeholder="选择执行中的项目"
          loading={isPending}
          showSearch={{ optionFilterProp: "label" }}
          notFoundContent={isPending ? "正在载入…" : "没有执行中的项目"}
          labelRender={({ label, value }) => label ?? <ProjectTitle id={String(value)} />}
          options={data?.items.map(({ id, title }) => ({ value: id, label: title }))}
        />
      </Form.Item>
      <Form.Item name="area_id" label="所在村（社区）" extra="不选为项目所在片区"><AreaSelect /></Form.Item>
      <ActivityFields area={areaId ?? chosen?.area_id} />
    </>
  );
}

export default function ActivityForm() {
  const [params] = useSearchParams();
  const projectId = params.get("project_id") ?? undefined;
  return (
    <FormPage<Values, Activity>
      title="计划活动"
      advice="保存后核对并发布；发布后志愿者可在手机上报名。"
      draft={`projects/activity/new/${projectId ?? ""}`}
      initial={{ project_id: projectId, resident_places: 0, description: "", wanted: [] }}
      submit={({ project_id, wanted, ...values }) => plan(project_id, { ...values, wanted: coded(wanted) })}
      done={({ id }) => `/projects/activities/${id}`}
      act="保存计划"
    >
      <Whereabouts />
    </FormPage>
  );
}
