/** Asks once more, in the page where the thing is; the answer stays in sight. */
import { useEffect, useId, useRef, type FormEvent, type ReactNode } from "react";
import styles from "./Confirm.module.css";
import { Refusal } from "./Refusal";

interface Props {
  question: ReactNode;
  yes: string;
  no: string;
  onYes: () => void;
  onNo: () => void;
  pending: boolean;
  error: unknown;
  /** What has to be filled in first. */
  children?: ReactNode;
}

export function Confirm({ question, yes, no, onYes, onNo, pending, error, children }: Props) {
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  // The keyboard and the screen reader follow; the page moves only where the answer would be out of sight.
  useEffect(() => {
    form.current?.focus({ preventScroll: true });
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);

  function answer(event: FormEvent) {
    event.preventDefault();
    onYes();
  }

  return (
    <form ref={form} tabIndex={-1} aria-labelledby={id} className={styles.confirm} onSubmit={answer} noValidate>
      <p id={id}>{question}</p>
      {children}
      <Refusal error={error} />
      <div className={styles.answers}>
        <button type="button" className="act quiet" onClick={onNo} disabled={pending}>{no}</button>
        <button type="submit" className="act" disabled={pending}>{yes}</button>
      </div>
    </form>
  );
}
