/** A refusal on the phone, and the way to ask again where that may help. */
import { asProblem } from "@/api/problem";
import { inEnglish } from "@/api/problems";
import { useLanguage, useMessages } from "@/ui/language";
import { messages } from "./messages";
import styles from "./Refusal.module.css";

export function Refusal({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useMessages(messages);
  const { language } = useLanguage();
  if (!error) return null;
  const problem = asProblem(error);
  const title = language === "en" ? (inEnglish[problem.type] ?? problem.title) : problem.title;
  return (
    <>
      <p role="alert" className={styles.refusal}>{title}{problem.detail && ` ${problem.detail}`}</p>
      {onRetry && <button type="button" className={`act quiet ${styles.retry}`} onClick={onRetry}>{t.retry}</button>}
    </>
  );
}
