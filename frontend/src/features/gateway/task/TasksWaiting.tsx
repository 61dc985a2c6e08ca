/** 待办 on the desk: what waits for me, the first to be due first. */
import { ShortAreaName } from "@/ui/AreaName";
import { ShortList, type Line } from "@/ui/ShortList";
import { firstTasks, type Task } from "./queries";
import { RecordName } from "./RecordName";
import { saysWhen } from "./states";
import { TaskMark } from "./TaskMark";

const line = (task: Task): Line => ({
  id: task.id,
  to: task.page,
  name: task.title,
  state: <TaskMark of={task} />,
  marks: [
    <RecordName key="record" href={task.href} />,
    <ShortAreaName key="area" id={task.area_id} />,
    <span key="due" className="figures">{saysWhen(task)}</span>,
  ],
});

export function TasksWaiting() {
  return <ShortList title="待办" question={firstTasks} line={line} all="/gateway/tasks" empty={{ advice: "没有等您办理的事项。需要您办理时，会按到期先后列在这里。" }} />;
}
