/** 培训记录: who completed what, looked at a second time or not yet. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { OnlyOf } from "../OnlyOf";
import { VolunteerName } from "../PersonName";
import { trainings, type Training, type TrainingQuery } from "./queries";
import { expiryOf, trainingStates } from "./states";

const filters: Filter<TrainingQuery>[] = [{ name: "state", label: "状态", kind: "select", options: choices(trainingStates) }];

const columns: Column<Training>[] = [
  { key: "volunteer", title: "志愿者", value: ({ volunteer_id }) => <VolunteerName id={volunteer_id} /> },
  { key: "course", title: "课程", value: ({ course_name }) => course_name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={trainingStates} state={state} /> },
  { key: "completed", title: "完成日期", value: ({ completed_on }) => <span className="figures">{completed_on}</span> },
  { key: "expiry", title: "有效期", value: expiryOf },
  { key: "provider", title: "培训机构", value: ({ provider_name }) => provider_name },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
];

export default function TrainingList() {
  const [params] = useSearchParams();
  return (
    <>
      <OnlyOf by="volunteer_id">{(id) => <>只列 <VolunteerName id={id} /> 的培训</>}</OnlyOf>
      <OnlyOf by="course_id">{() => "只列一门课程的培训"}</OnlyOf>
      <ListPage
        title="培训记录"
        list={trainings}
        columns={columns}
        filters={filters}
        fixed={fixedBy<TrainingQuery>(params, ["volunteer_id", "course_id"])}
        open={({ id }) => `/volunteers/trainings/${id}`}
        empty={{ title: "还没有培训记录", advice: "在培训课程中登记完成培训的志愿者，由第二人复核后计入。" }}
      />
    </>
  );
}
