/** 待办: everything that waits for me, or was decided, with the way to the record on which it is done. */
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { minuteOf } from "@/ui/times";
import { tasks, type Task, type TaskQuery } from "./queries";
import { RecordName } from "./RecordName";
import { doableFrom, taskStates } from "./states";
import { TaskMark } from "./TaskMark";

const filters: Filter<TaskQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(taskStates), initial: "open" },
  { name: "overdue", label: "期限", kind: "select", options: choices({ true: "逾期", false: "未逾期" }) },
  { name: "area_id", label: "镇街、村（社区）", kind: "area" },
];

const columns: Column<Task>[] = [
  { key: "title", title: "事项", value: ({ title }) => title },
  { key: "state", title: "期限", value: (task) => <TaskMark of={task} /> },
  { key: "record", title: "办理对象", value: ({ href }) => <RecordName href={href} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "due_on", title: "到期日", value: (task) => <span className="figures">{doableFrom(task) ?? task.due_on ?? "—"}</span> },
  { key: "opened_at", title: "产生时间", value: ({ opened_at }) => <span className="figures">{minuteOf(opened_at)}</span> },
  { key: "closed_at", title: "办结时间", value: ({ closed_at }) => (closed_at ? <span className="figures">{minuteOf(closed_at)}</span> : "—"), extra: true },
];

export default function TaskList() {
  return (
    <ListPage
      title="待办"
      list={tasks}
      columns={columns}
      filters={filters}
      fixed={{ count: true }}
      open={({ page }) => page}
      empty={{ title: "没有等您办理的事项", advice: "需要您办理时，会按到期先后列在这里。" }}
    />
  );
}
