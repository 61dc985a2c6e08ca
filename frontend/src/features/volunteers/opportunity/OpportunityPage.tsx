/** One opportunity: its places, who signed up, and who waits in which order. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { pageOf } from "@/api/view";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { RecordPage } from "@/ui/RecordPage";
import { isPast } from "@/ui/times";
import { activity } from "../activity";
import { AdmissionDialog } from "../admission/AdmissionDialog";
import { serviceChain } from "../chain";
import { signupsOfOpportunity, type Signup } from "../signup/queries";
import { SignupTable } from "../signup/SignupTable";
import { Span } from "../Span";
import { PlacesTaken } from "./PlacesTaken";
import { opportunity, type Opportunity } from "./queries";
import { opportunityStates } from "./states";

function next({ state, places_left, starts_at }: Opportunity): Waiting | undefined {
  if (state === "cancelled") return { what: "活动已取消，报名全部取消" };
  if (state === "held") return undefined;
  if (isPast(starts_at)) return { what: "活动已开始，停止报名；到场的用现场的签到码签到" };
  return { what: places_left > 0 ? `还有 ${places_left} 个名额` : "名额已满，继续报名的依次候补", who: "志愿者", until: starts_at };
}

const facts = (record: Opportunity): Fact[] => [
  { label: "活动", value: <Link to={pageOf(record.links.activity ?? "")}>{record.title}</Link> },
  { label: "时间", value: <Span of={record} /> },
  { label: "地点", value: record.place.name },
  { label: "最低年龄", value: record.minimum_age > 0 ? `${record.minimum_age} 岁` : "不限" },
  { label: "最高年龄", value: record.maximum_age === null ? "不限" : `${record.maximum_age} 岁` },
  { label: "须具备的技能", value: record.skills.join("、") || "不要求" },
  {
    label: "须先完成的培训",
    value: record.trainings.length > 0 ? record.trainings.map(({ course_id, name }) => <Link key={course_id} to={`/volunteers/courses/${course_id}`}>{name} </Link>) : "不要求",
  },
  { label: "已报名 / 名额", value: <PlacesTaken of={record} /> },
  { label: "候补", value: record.waiting > 0 ? `候补号发至 ${record.waiting}` : "没有候补" },
  ...(record.overfull ? [{ label: "说明", value: "人数超出计划：名额减少前已报上的保留，由负责人加入的可用余量", wide: true }] : []),
];

const byNumber = (one: Signup, other: Signup) => (one.waiting_number ?? 0) - (other.waiting_number ?? 0);

interface Lists {
  signedUp: Signup[] | undefined;
  queue: Signup[] | undefined;
  cancelled: Signup[] | undefined;
  error: unknown;
}

function useSignups(id: string): Lists {
  const { data, error } = useQuery(signupsOfOpportunity(id));
  return {
    signedUp: data?.filter(({ state }) => state !== "waiting" && state !== "cancelled"),
    queue: data?.filter(({ state }) => state === "waiting").sort(byNumber),
    cancelled: data?.filter(({ state }) => state === "cancelled"),
    error,
  };
}

/** Anybody may look at an opportunity; the names on its list only who runs it or answers for its area. */
const emptyOf = ({ taken }: Opportunity) => (taken > 0 ? `已有 ${taken} 人报名；辖区外活动的名单不显示` : "还没有人报名");

const counted = (label: string, rows: Signup[] | undefined) => (rows ? `${label}（${rows.length}）` : label);

export default function OpportunityPage() {
  const { id = "" } = useParams();
  const { data } = useQuery(opportunity(id));
  const activityId = data?.links.activity?.split("/").at(-1) ?? "";
  const { data: parent } = useQuery({ ...activity(activityId), enabled: activityId !== "" });
  const { signedUp, queue, cancelled, error } = useSignups(id);
  const failed = error ? <ProblemAlert error={error} /> : null;
  return (
    <RecordPage
      question={opportunity(id)}
      name={({ title, role_name }) => `${title} · ${role_name}`}
      states={opportunityStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={({ links }) => serviceChain("报名", { links, activity: parent, hours: `/volunteers/hours?activity_id=${activityId}` })}
      next={next}
      facts={facts}
      dialogs={{ admissions: ({ record, ...asked }) => <AdmissionDialog opportunity={record} {...asked} /> }}
      tabs={(record) => [
        { key: "signups", label: counted("已报名", signedUp), children: failed ?? <SignupTable rows={signedUp} by="volunteer" empty={emptyOf(record)} /> },
        { key: "waiting", label: counted("候补", queue), children: failed ?? <SignupTable rows={queue} by="volunteer" queue empty="没有人候补" /> },
        { key: "cancelled", label: counted("已取消", cancelled), children: failed ?? <SignupTable rows={cancelled} by="volunteer" empty="没有取消的报名" /> },
      ]}
    />
  );
}
