/** One changing code, large enough to be read from the back of a room, with the seconds it still counts. */
import type { CSSProperties } from "react";
import { asProblem } from "@/api/problem";
import type { Question } from "@/api/view";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { isPast, minuteOf } from "@/ui/times";
import styles from "./CodeScreen.module.css";
import type { ShownCode } from "./queries";
import { useChangingCode } from "./useChangingCode";

interface Props {
  title: string;
  /** What those who read it should do. */
  advice: string;
  question: Question<ShownCode>;
}

/** The service sends the picture for use inside a page; as an image of its own it needs its name space, and cannot run anything. */
const asImage = (svg: string) => `data:image/svg+xml,${encodeURIComponent(svg.replace(/^<svg(?![^>]*xmlns)/, '<svg xmlns="http://www.w3.org/2000/svg"'))}`;

/** A code fills the width it has, however long it is. */
const sizedFor = ({ length }: string) => ({ "--length": length }) as CSSProperties;

/** A code that is not shown yet is no failure: the screen waits, and says until when. */
function Refused({ error }: { error: Error }) {
  const { opens_at } = asProblem(error).params;
  if (typeof opens_at !== "string" || isPast(opens_at)) return <ProblemAlert error={error} />;
  return <p className={styles.left} role="status">{minuteOf(opens_at)} 起在这里显示</p>;
}

export function CodePanel({ title, advice, question }: Props) {
  const { shown, left = 0, error } = useChangingCode(question);
  return (
    <section className={styles.panel} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.advice}>{advice}</p>
      {error && <Refused error={error} />}
      {shown && (
        <>
          {shown.qr && <img className={styles.qr} src={asImage(shown.qr)} alt={`${title}的二维码`} />}
          <output className={styles.code} style={sizedFor(shown.code)} aria-live="off">{shown.code}</output>
          <p className={styles.left} role="timer">{left > 0 ? `${left} 秒后更换` : "正在更换…"}</p>
        </>
      )}
    </section>
  );
}
