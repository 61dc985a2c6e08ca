/** A page of the phone app: the way back, title, one sentence, content. */
import type { ReactNode } from "react";
import { useLocation, useNavigate } from "react-router";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import styles from "./Page.module.css";

interface Props {
  title: string;
  advice?: string;
  /** At the right of the title. */
  beside?: ReactNode;
  /** Where it is reached from, for who came by another way; the five of the bottom bar have none. */
  from?: string;
  children: ReactNode;
}

/** The router numbers what it has opened; an installed app has no back button of its own. */
const cameFromHere = () => ((history.state as { idx?: number } | null)?.idx ?? 0) > 0;

export function Page({ title, advice, beside, from, children }: Props) {
  const t = useMessages(messages);
  const navigate = useNavigate();
  // What the page before has done for the reader on the way here.
  const said = (useLocation().state as { said?: string } | null)?.said;
  return (
    <>
      <header className={styles.header}>
        {from && <button type="button" className={styles.back} onClick={() => void (cameFromHere() ? navigate(-1) : navigate(from))}>{t.back}</button>}
        <h1>{title}</h1>
        {beside}
      </header>
      {said && <p className="done" role="status">{said}</p>}
      {advice && <p className={styles.advice}>{advice}</p>}
      {children}
    </>
  );
}
