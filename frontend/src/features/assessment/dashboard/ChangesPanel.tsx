/** What changed since last month, in three sentences made by rule. */
import { Link } from "react-router";
import { Panel } from "@/ui/Panel";
import { changesOf } from "./changes";
import styles from "./Dashboard.module.css";
import { headlineOf } from "./indicators";
import type { Figure } from "./queries";

export function ChangesPanel({ figures }: { figures: Figure[] }) {
  const changes = changesOf(headlineOf(figures));
  return (
    <Panel title="与上月末相比">
      {changes.length === 0 && <p className="muted">还没有两个月的数据可以比较。</p>}
      <ol className={styles.changes}>
        {changes.map(({ indicator, sentence, to }) => (
          <li key={indicator}><span>{sentence} <Link to={to} className="on-screen-only">查看数据来源</Link></span></li>
        ))}
      </ol>
    </Panel>
  );
}
