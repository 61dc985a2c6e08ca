/** Every indicator of the area with its value and its light; each leads to its page. */
import { Link } from "react-router";
import { Panel } from "@/ui/Panel";
import { StateTag } from "@/ui/StateTag";
import styles from "./Dashboard.module.css";
import { indicatorNames } from "./indicators";
import { briefly, signalOf } from "./pace";
import { indicatorPageOf } from "./places";
import type { Figure } from "./queries";
import { valueOf } from "./wording";

export function AllFigures({ figures }: { figures: Figure[] }) {
  return (
    <Panel title="全部指标">
      <ul className={styles.all}>
        {figures.map((figure) => (
          <li key={figure.indicator}>
            <Link to={indicatorPageOf(figure)}>{indicatorNames[figure.indicator]}</Link>
            <span className="figures">{figure.value === null ? "—" : valueOf(figure)}</span>
            <StateTag states={briefly} state={signalOf(figure)} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
