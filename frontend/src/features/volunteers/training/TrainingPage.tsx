/** One training: who completed which course, who vouches for it, and until when it holds. */
import { Link, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Hours as Duration } from "@/ui/Hours";
import { Moment } from "@/ui/Moment";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { StaffName } from "@/ui/StaffName";
import { VolunteerName } from "../PersonName";
import { training, type Training } from "./queries";
import { expiryOf, trainingStates } from "./states";

function next({ state, because, actions }: Training): Waiting | undefined {
  switch (state) {
    case "recorded":
      return { what: "第二人核对签到表或考核结果后复核通过，或退回", who: "登记人和本人以外的经办" };
    case "completed":
      return actions.length > 0 ? { what: "没有待办；有误的可以撤销" } : undefined;
    case "returned":
    case "revoked":
      return { what: `${trainingStates[state].label}：${because ?? ""}；此条不计` };
  }
}

const facts = (record: Training): Fact[] => [
  { label: "志愿者", value: <Link to={`/volunteers/volunteers/${record.volunteer_id}`}><VolunteerName id={record.volunteer_id} /></Link> },
  { label: "课程", value: <Link to={`/volunteers/courses/${record.course_id}`}>{record.course_name}</Link> },
  { label: "培训机构", value: record.provider_name },
  { label: "技能", value: record.skill ?? "不对应技能" },
  { label: "学时", value: <Duration minutes={record.minutes} /> },
  { label: "完成日期", value: <span className="figures">{record.completed_on}</span> },
  { label: "有效期", value: expiryOf(record) },
  { label: "登记时间", value: <Moment at={record.recorded_at} /> },
  { label: "第二人", value: record.second_account_id && <StaffName id={record.second_account_id} /> },
  { label: "办理时间", value: <Moment at={record.decided_at} /> },
];

export default function TrainingPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={training(id)}
      name={({ course_name }) => `${course_name} · 培训记录`}
      states={trainingStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={facts}
    />
  );
}
