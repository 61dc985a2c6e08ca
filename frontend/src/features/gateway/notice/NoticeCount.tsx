/** How many notices are new, beside the menu's entry. */
import { useQuery } from "@tanstack/react-query";
import { count } from "@/ui/amounts";
import styles from "../MenuCount.module.css";
import { unread } from "./queries";

const ASK_AGAIN = 60_000;

export function NoticeCount() {
  const { data = 0 } = useQuery({ ...unread, refetchInterval: ASK_AGAIN });
  return data > 0 ? <span className={styles.counts}><span className={styles.count}>未读 {count(data)}</span></span> : null;
}
