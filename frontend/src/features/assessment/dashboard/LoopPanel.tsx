/** The linkage loop of this year: how many came through each step, how long the next ones wait, and where it is stuck. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import { count } from "@/ui/amounts";
import { LoopLine, type LoopStage } from "@/ui/LoopLine";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { minuteOf } from "@/ui/times";
import { inTenThousands, wordOf } from "../amounts";
import styles from "./Dashboard.module.css";
import { loop, type Loop, type LoopStep } from "./queries";
import { queueAt } from "./waiting";

const daysOf = ({ median_days }: LoopStep) => (median_days === null ? "" : ` · ${median_days} 天`);

const stageOf = (step: LoopStep, stuckAt: Loop["stuck_at"]): LoopStage => ({
  label: step.name,
  count: <>{inTenThousands(step.count)} <small className="muted">{wordOf(step.unit)}</small></>,
  to: pageOf(step.links.records ?? ""),
  ...(step.waiting && { stuck: { text: `等待 ${count(step.waiting)}${daysOf(step)}`, tone: step.step === stuckAt ? "attention" : "neutral" } }),
});

function Stuck({ at }: { at: Loop }) {
  const step = at.steps.find((each) => each.step === at.stuck_at);
  const queue = step && queueAt(step.step, at.area_id);
  if (!step || !queue) return <p className={`${styles.stuck} muted`}>目前没有环节在等待。</p>;
  const waiting = `${count(step.waiting ?? 0)} ${queue.what}`;
  const told = queue.within ? <>{waiting}（<Link to={queue.to}>{queue.within}</Link>）</> : <Link to={queue.to}>{waiting}</Link>;
  return (
    <p className={styles.stuck}>
      卡在“{step.name}”：{told}，中位等待 <span className="figures">{step.median_days}</span> 天。
    </p>
  );
}

/** On a screen that is left on it is asked `every` so often. */
export function LoopPanel({ areaId, every }: { areaId: string; every?: { refetchInterval: number } }) {
  const { data, error, refetch } = useQuery({ ...loop(areaId), ...every });
  return (
    <Panel title={`今年的联动${data ? `（${data.year} 年，截至 ${minuteOf(data.as_of)}）` : ""}`}>
      {error && <ProblemAlert error={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton active={false} paragraph={{ rows: 2 }} />}
      {data && <LoopLine label="今年的联动" stages={data.steps.map((step) => stageOf(step, data.stuck_at))} />}
      {data && <Stuck at={data} />}
    </Panel>
  );
}
