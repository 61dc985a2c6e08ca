/** How the whole area stands in the chosen indicator: its value, its target and who set it. */
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import { StateTag } from "@/ui/StateTag";
import styles from "./Dashboard.module.css";
import { indicatorNames, lights } from "./indicators";
import type { Figure } from "./queries";
import { gapOf, targetOf, valueOf } from "./wording";

export function Standing({ of }: { of: Figure }) {
  const target = targetOf(of);
  const said = [target ? `目标 ${target}` : "没有设定目标", of.state === "behind" && gapOf(of)].filter(Boolean);
  return (
    <p className={styles.standing}>
      <Link to={pageOf(of.links.records)}>{indicatorNames[of.indicator]}</Link> <strong className="figures">{valueOf(of)}</strong>{" "}
      {said.join(" · ")} {target && <StateTag states={lights} state={of.state} />}
    </p>
  );
}
