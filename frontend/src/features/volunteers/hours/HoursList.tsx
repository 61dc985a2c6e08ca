/** 志愿服务时长: every entry of the ledger, also returned and countered ones. */
import { useSearchParams } from "react-router";
import { choices } from "@/ui/choices";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { ActivityTitle } from "../ActivityTitle";
import { OnlyOf } from "../OnlyOf";
import { VolunteerName } from "../PersonName";
import { hoursColumns } from "./hoursColumns";
import { hoursList, type HoursQuery } from "./queries";
import { hoursStates, sources } from "./states";

const filters: Filter<HoursQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(hoursStates) },
  { name: "source", label: "来源", kind: "select", options: choices(sources) },
  { name: "area_id", label: "镇街、村（社区）", kind: "area" },
];

export default function HoursList() {
  const [params] = useSearchParams();
  return (
    <>
      <OnlyOf by="activity_id">{(id) => <>只列“<ActivityTitle id={id} />”的时长</>}</OnlyOf>
      <OnlyOf by="volunteer_id">{(id) => <>只列 <VolunteerName id={id} /> 的时长</>}</OnlyOf>
      <OnlyOf by="signup_id">{() => "只列一次报名的时长"}</OnlyOf>
      <ListPage
        title="志愿服务时长"
        list={hoursList}
        columns={hoursColumns}
        filters={filters}
        fixed={fixedBy<HoursQuery>(params, ["activity_id", "volunteer_id", "signup_id"])}
        open={({ id }) => `/volunteers/hours/${id}`}
        empty={{ title: "还没有志愿服务时长", advice: "志愿者签退或活动结束后，系统按签到提出时长，由第二人确认。" }}
      />
    </>
  );
}
