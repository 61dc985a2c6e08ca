/** 待我处理: how much waits for the reader, beside the figures that they answer for. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { count } from "@/ui/amounts";
import { taskCounts, taskHolders } from "@/ui/myTasks";
import { OnlyFor } from "@/ui/OnlyFor";

function Counts() {
  const { data } = useQuery(taskCounts);
  if (!data) return null;
  return (
    <span>
      <Link to="/gateway/tasks">待我处理 {count(data.open)} 件</Link>
      {data.overdue > 0 && <Link to="/gateway/tasks?overdue=true" style={{ color: "var(--alarm-ink)" }}> 逾期 {count(data.overdue)} 件</Link>}
    </span>
  );
}

export function WaitingForMe() {
  return <OnlyFor roles={taskHolders}><Counts /></OnlyFor>;
}
