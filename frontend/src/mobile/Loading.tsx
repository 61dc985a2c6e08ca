/** Stands where a page will be; said only when it takes a while. */
import { useMessages } from "@/ui/language";
import styles from "./Loading.module.css";
import { messages } from "./messages";

export function Loading() {
  const t = useMessages(messages);
  return <p className={styles.loading} role="status">{t.loading}</p>;
}
