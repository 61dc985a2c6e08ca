/** One attendance: the evidence under an hours entry. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { activity } from "../activity";
import { serviceChain } from "../chain";
import { HoursOf } from "../hours/HoursOf";
import { VolunteerName } from "../PersonName";
import { factsOfAttendance } from "./factsOfAttendance";
import { attendance, type Attendance } from "./queries";
import { attendanceStates } from "./states";

function next({ state, place_unknown, vouched_at, awaits_departure, awaits_handover }: Attendance): Waiting | undefined {
  if (awaits_handover) return { what: "监护人已撤回同意：联系监护人，当面交接后点“已当面交接”", who: "负责人" };
  if (state === "undone") return { what: "活动取消或改期，此次签到作废" };
  if (awaits_departure) return { what: "本人说明了离开时间：负责人确认后重新提出时长", who: "负责人" };
  if (place_unknown && vouched_at === null) return { what: "没有得到签到位置：负责人证明在场后，时长才能确认", who: "负责人" };
  if (state === "checked_in") return { what: "活动结束时签退；忘签退的只计到计划结束时间", who: "志愿者" };
  return state === "forgotten" ? { what: "时长按计划结束时间提出，由第二人核对" } : undefined;
}

const facts = (record: Attendance): Fact[] => [
  { label: "志愿者", value: <Link to={`/volunteers/volunteers/${record.volunteer_id}`}><VolunteerName id={record.volunteer_id} /></Link> },
  { label: "报名", value: <Link to={`/volunteers/signups/${record.signup_id}`}>查看报名</Link> },
  ...factsOfAttendance(record),
];

export default function AttendancePage() {
  const { id = "" } = useParams();
  const { data } = useQuery(attendance(id));
  const { data: parent } = useQuery({ ...activity(data?.activity_id ?? ""), enabled: data !== undefined });
  return (
    <RecordPage
      question={attendance(id)}
      name={() => `${parent?.title ?? "活动"} · 签到`}
      states={attendanceStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={({ links, signup_id }) =>
        serviceChain("报名", { links, activity: parent, signups: `/volunteers/signups/${signup_id}`, hours: `/volunteers/hours?signup_id=${signup_id}` })
      }
      next={next}
      facts={facts}
      tabs={({ signup_id }) => [{ key: "hours", label: "时长", children: <HoursOf query={{ signup_id }} /> }]}
    />
  );
}
