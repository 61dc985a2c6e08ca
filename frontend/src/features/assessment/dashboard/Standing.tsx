/** How the whole area stands in the chosen indicator. */
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import styles from "./Dashboard.module.css";
import { indicatorNames } from "./indicators";
import { indicatorPageOf } from "./places";
import type { Figure } from "./queries";
import { expiryOf, gapOf, targetOf, valueOf } from "./wording";

export function Standing({ of }: { of: Figure }) {
  const target = targetOf(of);
  const said = [target ? `目标 ${target}` : "没有设定目标", gapOf(of), expiryOf(of)].filter((each) => each !== undefined);
  return (
    <p className={styles.standing}>
      <Link to={pageOf(of.links.records)}>{indicatorNames[of.indicator]}</Link> <strong className="figures">{valueOf(of)}</strong>{" "}
      {said.map((each, at) => <span key={each}>{at > 0 && " · "}<span className="figures">{each}</span></span>)}
      <span className="on-screen-only"> · <Link className="figures" to={indicatorPageOf(of)}>走势、速度与定义</Link></span>
    </p>
  );
}
