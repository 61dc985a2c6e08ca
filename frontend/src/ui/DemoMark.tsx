/** 演示数据: says, on screen and on paper, that what is shown is invented. */
import { useQuery } from "@tanstack/react-query";
import { installation } from "@/api/session";
import styles from "./DemoMark.module.css";
import { useMessages } from "./language";
import { messages } from "./messages";

export function DemoMark() {
  const t = useMessages(messages);
  const { data } = useQuery({ ...installation, staleTime: Infinity });
  return data?.demo ? <span className={styles.mark}>{t.demo}</span> : null;
}
