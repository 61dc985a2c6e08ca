/** What the figures stand on: what each is counted against and which text sets its target. */
import { Panel } from "@/ui/Panel";
import styles from "./Dashboard.module.css";
import { headlineOf, indicatorNames } from "./indicators";
import type { Figure } from "./queries";

function groundOf({ indicator, denominator, target }: Figure): string {
  const against = denominator && `分母：${denominator.name}，${denominator.source}${denominator.on ? `，${denominator.on}` : ""}`;
  return [indicatorNames[indicator], against, target.source && `目标：${target.source}${target.assumption ? "（假设）" : ""}`].filter(Boolean).join(" · ");
}

export function Grounds({ figures }: { figures: Figure[] }) {
  return (
    <Panel title="口径与依据（其他指标见各自的指标页）">
      <ul className={styles.grounds}>{headlineOf(figures).map((figure) => <li key={figure.indicator}>{groundOf(figure)}</li>)}</ul>
    </Panel>
  );
}
