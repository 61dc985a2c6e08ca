/** One course: what it teaches, and who has completed it. */
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Hours as Duration } from "@/ui/Hours";
import type { Waiting } from "@/ui/NextStep";
import { OrganisationName } from "@/ui/OrganisationName";
import { RecordPage } from "@/ui/RecordPage";
import { course, type Course } from "./queries";
import { courseStates, validityOf } from "./states";
import { TrainingsOf } from "./TrainingsOf";

function next({ waiting, state }: Course): Waiting | undefined {
  if (waiting > 0) return { what: `复核 ${waiting} 条培训记录：退回有误的，其余一并通过`, who: "登记人和本人以外的经办" };
  return state === "offered" ? { what: "登记完成培训的志愿者名单" } : { what: "已停办；已完成的培训仍然有效" };
}

const facts = (record: Course): Fact[] => [
  { label: "培训机构", value: record.provider_name },
  { label: "组织", value: record.organisation_id && <OrganisationName id={record.organisation_id} /> },
  { label: "技能", value: record.skill ?? "不对应技能" },
  { label: "学时", value: <Duration minutes={record.minutes} /> },
  { label: "有效期", value: validityOf(record) },
  { label: "内容", value: record.description || "没有填写", wide: true },
];

export default function CoursePage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={course(id)}
      name={({ name }) => name}
      states={courseStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={facts}
      instead={() => ({ trainings: () => void navigate(`/volunteers/courses/${id}/trainings`) })}
      consequences={({ waiting }) => ({ confirmation: `${waiting} 条记录中由他人登记的全部复核通过；有误的请先逐条退回。`, ending: "停办后不再登记新的培训，已完成的仍然有效。" })}
      tabs={() => [{ key: "trainings", label: "培训记录", children: <TrainingsOf query={{ course_id: id }} by="volunteer" /> }]}
    />
  );
}
