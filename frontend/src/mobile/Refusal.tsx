/** A refusal on the phone, and the way to ask again where that may help. */
import { asProblem, type Problem } from "@/api/problem";
import { useMessages } from "@/ui/language";
import { useSentence } from "@/ui/useSentence";
import { messages } from "./messages";
import styles from "./Refusal.module.css";

function Said({ problem }: { problem: Problem }) {
  return <p role="alert" className={styles.refusal}>{useSentence(problem)}{problem.detail && ` ${problem.detail}`}</p>;
}

export function Refusal({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useMessages(messages);
  if (!error) return null;
  return (
    <>
      <Said problem={asProblem(error)} />
      {onRetry && <button type="button" className={`act quiet ${styles.retry}`} onClick={onRetry}>{t.retry}</button>}
    </>
  );
}
