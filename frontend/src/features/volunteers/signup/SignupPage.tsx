/** One sign-up: for what, whether there is a place, and what came of it. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { pageOf } from "@/api/view";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { RecordPage } from "@/ui/RecordPage";
import { activity } from "../activity";
import { AttendanceOf } from "../attendance/AttendanceOf";
import { serviceChain } from "../chain";
import { toHoursForm } from "../hours/byHand";
import { HoursOf } from "../hours/HoursOf";
import { VolunteerName } from "../PersonName";
import { Span } from "../Span";
import { nextOfSignup } from "./nextOfSignup";
import { signup, type Signup } from "./queries";
import { signupStates, waitingNumberOf, waysOf } from "./states";

const reasonsOf = ({ admitted_because, promoted_because, excused_because, uncounted_because }: Signup): Fact[] => [
  ...(uncounted_because ? [{ label: "没有提出时长", value: uncounted_because, wide: true }] : []),
  ...(excused_because ? [{ label: "免记缺席的理由", value: excused_because, wide: true }] : []),
  ...(admitted_because ? [{ label: "加入的理由", value: admitted_because, wide: true }] : []),
  ...(promoted_because ? [{ label: "提前递补的理由", value: promoted_because, wide: true }] : []),
];

const facts = (record: Signup): Fact[] => [
  { label: "志愿者", value: <Link to={`/volunteers/volunteers/${record.volunteer_id}`}><VolunteerName id={record.volunteer_id} /></Link> },
  { label: "岗位", value: <Link to={pageOf(record.links.opportunity ?? "")}>{record.role_name}</Link> },
  { label: "活动时间", value: <Span of={record} /> },
  { label: "地点", value: record.place_name },
  { label: "报名时间", value: <Moment at={record.signed_up_at} /> },
  { label: "候补次序", value: waitingNumberOf(record) },
  ...(waysOf(record).length > 0 ? [{ label: "说明", value: waysOf(record).join(" · ") }] : []),
  ...(record.clash_signup_id ? [{ label: "冲突的报名", value: <Link to={`/volunteers/signups/${record.clash_signup_id}`}>查看另一报名</Link> }] : []),
  ...reasonsOf(record),
  ...(record.cancelled_at ? [{ label: "取消时间", value: <Moment at={record.cancelled_at} /> }] : []),
];

export default function SignupPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { data } = useQuery(signup(id));
  const { data: parent } = useQuery({ ...activity(data?.activity_id ?? ""), enabled: data !== undefined });
  return (
    <RecordPage
      question={signup(id)}
      name={({ title, role_name }) => `${title} · ${role_name}`}
      states={signupStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={({ links }) => serviceChain("报名", { links, activity: parent, hours: `/volunteers/hours?signup_id=${id}` })}
      next={(record) => nextOfSignup(record, parent?.state === "held")}
      instead={() => ({ hours: () => void navigate(toHoursForm(id)) })}
      facts={facts}
      tabs={(record) => [
        { key: "attendance", label: "签到", children: <AttendanceOf signupId={id} /> },
        { key: "hours", label: "时长", children: <HoursOf query={{ signup_id: record.id }} /> },
      ]}
    />
  );
}
