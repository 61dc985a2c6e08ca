/** 签到: who was there, from when to when, and what is not known of it. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import type { BulkAct } from "@/ui/BulkBar";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Moment } from "@/ui/Moment";
import { StateTag, type States } from "@/ui/StateTag";
import { ActivityTitle } from "../ActivityTitle";
import { OnlyOf } from "../OnlyOf";
import { VolunteerName } from "../PersonName";
import { PlaceMark } from "./PlaceMark";
import { AT_THE_PLACE, attendances, vouchFor, type Attendance, type AttendanceQuery } from "./queries";
import { attendanceStates, means } from "./states";

const filters: Filter<AttendanceQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(attendanceStates) },
  { name: "unvouched", label: "在场", kind: "select", options: [{ value: "true", label: "待负责人证明" }] },
];

const wanting = (rows: Attendance[]) => rows.filter(({ actions }) => actions.some(({ name }) => name === "vouching"));

const vouching: BulkAct<Attendance> = {
  label: "证明所选的人在场",
  says: (rows) => `证明 ${wanting(rows).length} 人当天在场，理由记为“${AT_THE_PLACE}”。须单独说明的请逐条办理；证明的人不能再确认这些时长。`,
  run: (rows) => vouchFor(wanting(rows)),
};

const handover: States<"due"> = { due: { label: "待当面交接", tone: "attention" } };

const columns: Column<Attendance>[] = [
  { key: "volunteer", title: "志愿者", value: ({ volunteer_id }) => <VolunteerName id={volunteer_id} /> },
  { key: "state", title: "状态", value: ({ state, awaits_handover }) => awaits_handover ? <StateTag states={handover} state="due" /> : <StateTag states={attendanceStates} state={state} /> },
  { key: "in", title: "签到", value: ({ checked_in_at }) => <Moment at={checked_in_at} /> },
  { key: "out", title: "签退", value: ({ checked_out_at }) => <Moment at={checked_out_at} /> },
  { key: "place", title: "位置", value: (attendance) => <PlaceMark of={attendance} /> },
  { key: "activity", title: "活动", value: ({ activity_id }) => <ActivityTitle id={activity_id} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} />, extra: true },
  { key: "means", title: "方式", value: (attendance) => means[attendance.means], extra: true },
];

export default function AttendanceList() {
  const [params] = useSearchParams();
  return (
    <>
      <OnlyOf by="activity_id">{(id) => <>只列“<ActivityTitle id={id} />”的签到</>}</OnlyOf>
      <OnlyOf by="signup_id">{() => "只列一次报名的签到"}</OnlyOf>
      <ListPage
        title="签到"
        list={attendances}
        columns={columns}
        filters={filters}
        fixed={fixedBy<AttendanceQuery>(params, ["activity_id", "signup_id"])}
        open={({ id }) => `/volunteers/attendances/${id}`}
        bulk={[vouching]}
        empty={{ title: "还没有人签到", advice: "活动开始前后，志愿者用现场屏幕上变化的签到码签到、签退。" }}
      />
    </>
  );
}
