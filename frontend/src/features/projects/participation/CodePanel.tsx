/** One changing code, large enough to be read from the back of a room, with the seconds it still counts. */
import type { Question } from "@/api/view";
import { ProblemAlert } from "@/ui/ProblemAlert";
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

export function CodePanel({ title, advice, question }: Props) {
  const { shown, left = 0, error } = useChangingCode(question);
  return (
    <section className={styles.panel} aria-label={title}>
      <h2>{title}</h2>
      <p className={styles.advice}>{advice}</p>
      {error && <ProblemAlert error={error} />}
      {shown && (
        <>
          {shown.qr && <img className={styles.qr} src={asImage(shown.qr)} alt={`${title}的二维码`} />}
          <output className={styles.code} aria-live="off">{shown.code}</output>
          <p className={styles.left} role="timer">{left > 0 ? `${left} 秒后更换` : "正在更换…"}</p>
        </>
      )}
    </section>
  );
}
