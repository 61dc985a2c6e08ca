/** How much waits, beside the menu's entry; what is late in the colour of alarm and in words. */
import { useQuery } from "@tanstack/react-query";
import { count } from "@/ui/amounts";
import { taskCounts } from "@/ui/myTasks";
import styles from "../MenuCount.module.css";

const ASK_AGAIN = 60_000;

export function TaskCount() {
  const { data } = useQuery({ ...taskCounts, refetchInterval: ASK_AGAIN });
  if (!data || data.open === 0) return null;
  return (
    <span className={styles.counts}>
      <span className={styles.count}>{count(data.open)} 件</span>{" "}
      {data.overdue > 0 && <span className={styles.alarm}>逾期 {count(data.overdue)}</span>}
    </span>
  );
}
