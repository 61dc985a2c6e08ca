/** 培训课程: what volunteers can be trained in, by whom, and for how long it is good. */
import { Button } from "antd";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { Hours as Duration } from "@/ui/Hours";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { OnlyFor } from "@/ui/OnlyFor";
import { StateTag } from "@/ui/StateTag";
import { teachers } from "../roles";
import { courses, type Course, type CourseQuery } from "./queries";
import { courseStates, validityOf } from "./states";

const filters: Filter<CourseQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(courseStates) },
  { name: "skill", label: "技能", kind: "text" },
  { name: "area_id", label: "镇街、村（社区）", kind: "area" },
];

const columns: Column<Course>[] = [
  { key: "name", title: "课程", value: ({ name }) => name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={courseStates} state={state} /> },
  { key: "skill", title: "技能", value: ({ skill }) => skill ?? "—" },
  { key: "provider", title: "培训机构", value: ({ provider_name }) => provider_name },
  { key: "minutes", title: "学时", value: ({ minutes }) => <Duration minutes={minutes} />, number: true },
  { key: "validity", title: "有效期", value: validityOf },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "waiting", title: "待复核", value: ({ waiting }) => (waiting > 0 ? `${waiting} 条` : "—"), number: true },
];

export default function CourseList() {
  return (
    <ListPage
      title="培训课程"
      list={courses}
      columns={columns}
      filters={filters}
      open={({ id }) => `/volunteers/courses/${id}`}
      acts={<OnlyFor roles={teachers}><Link to="/volunteers/courses/new"><Button type="primary">开设课程</Button></Link></OnlyFor>}
      empty={{ title: "还没有培训课程", advice: "组织、村（社区）和镇街开设的志愿者培训列在这里；活动岗位可以要求先完成其中的课程。" }}
    />
  );
}
