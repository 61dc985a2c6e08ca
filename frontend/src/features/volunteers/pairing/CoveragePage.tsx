/** 双工覆盖: ratio and span by community, and the teams that no social worker stands beside. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearchParams } from "react-router";
import { me } from "@/api/session";
import { count } from "@/ui/amounts";
import { ShortAreaName } from "@/ui/AreaName";
import { Answered } from "@/ui/Answered";
import { AreaSelect } from "@/ui/AreaSelect";
import { Figure } from "@/ui/Figure";
import { FigureRow } from "@/ui/FigureRow";
import { Panel } from "@/ui/Panel";
import { useTitle } from "@/ui/useTitle";
import { WideTable } from "@/ui/WideTable";
import { coverageReaders } from "../roles";
import styles from "./CoveragePage.module.css";
import { coverage, type Coverage } from "./queries";

type Line = Coverage["areas"][number];
type Lone = Coverage["without_worker"][number];

const sum = (lines: Line[], of: (line: Line) => number) => lines.reduce((total, line) => total + of(line), 0);

/** How many members of the teams that have a social worker come to one. */
const ratio = (members: number, workers: number) => (workers > 0 ? `1 : ${count(Math.round(members / workers))}` : "—");

function Figures({ of: { areas, communities, with_team, paired_workers, most_teams } }: { of: Coverage }) {
  const teams = sum(areas, (line) => line.teams);
  const running = sum(areas, (line) => line.running);
  const due = sum(areas, (line) => line.handover_due);
  const paired = sum(areas, (line) => line.paired_members);
  return (
    <FigureRow>
      <Figure name="有社工的队伍" value={`${count(running)} / ${count(teams)}`} gap={running < teams ? `${count(teams - running)} 支没有社工` : undefined} tone="attention" to="/volunteers/pairings?state=running" />
      <Figure name="待交接" value={count(due)} tone="alarm" gap={due > 0 ? "社工已离开" : undefined} to="/volunteers/pairings?state=handover_due" />
      <Figure name="社工与结对队员" value={ratio(paired, paired_workers)} denominator={`${count(paired_workers)} 名结对社工 · 有社工的队伍共 ${count(paired)} 名队员`} />
      <Figure name="有队伍的村（社区）" value={`${count(with_team)} / ${count(communities)}`} denominator={`每名社工至多结对 ${most_teams} 支`} to="/volunteers/teams" />
    </FigureRow>
  );
}

function ByArea({ of: { areas, most_teams, source } }: { of: Coverage }) {
  return (
    <Panel title="各村（社区）的比例与跨度" extra={<span className="muted">跨度上限 {most_teams} 支 · {source}</span>}>
      <WideTable<Line>
        label="各村（社区）的比例与跨度"
        rowKey="area_id"
        dataSource={areas}
        locale={{ emptyText: "还没有队伍，也没有在岗社工" }}
        columns={[
          { title: "村（社区）", render: (_area: unknown, { area_id }) => <ShortAreaName id={area_id} /> },
          { title: "队伍", align: "right", className: "figures", render: (_teams: unknown, { area_id, teams }) => <Link to={`/volunteers/teams?area_id=${area_id}`}>{count(teams)}</Link> },
          { title: "有社工", align: "right", className: "figures", dataIndex: "running" },
          { title: "待交接", align: "right", className: "figures", dataIndex: "handover_due" },
          { title: "队员", align: "right", className: "figures", render: (_members: unknown, { members }) => count(members) },
          { title: "在岗社工", align: "right", className: "figures", dataIndex: "workers_in_post" },
          { title: "社工 : 结对队员", align: "right", className: "figures", render: (_ratio: unknown, { paired_members, paired_workers }) => ratio(paired_members, paired_workers) },
          { title: "最大跨度", align: "right", className: "figures", render: (_widest: unknown, { widest }) => (widest ? `${widest} 支` : "—") },
        ]}
      />
    </Panel>
  );
}

function WithoutWorker({ of: { without_worker } }: { of: Coverage }) {
  if (without_worker.length === 0) return null;
  return (
    <Panel title={`没有社工的队伍 ${without_worker.length}`}>
      <WideTable<Lone>
        label="没有社工的队伍"
        rowKey="team_id"
        dataSource={without_worker}
        columns={[
          { title: "队伍", render: (_name: unknown, { team_id, name }) => <Link to={`/volunteers/teams/${team_id}`}>{name}</Link> },
          { title: "村（社区）", render: (_area: unknown, { area_id }) => <ShortAreaName id={area_id} /> },
          { title: "队员", align: "right", className: "figures", dataIndex: "members" },
        ]}
      />
    </Panel>
  );
}

export default function CoveragePage() {
  const [params, setParams] = useSearchParams();
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  const own = account?.grants.find(({ role }) => coverageReaders.some((one) => one === role))?.area_id;
  const area = params.get("area_id") ?? own;
  const asked = useQuery({ ...coverage(area ?? ""), enabled: Boolean(area) });
  useTitle("双工覆盖");
  return (
    <div className={styles.page}>
      <h1>双工覆盖</h1>
      <div className={styles.where}>
        <AreaSelect label="镇街、村（社区）" value={area} allowClear={false} onChange={(id) => id && setParams({ area_id: id }, { replace: true })} />
      </div>
      <Answered query={asked} rows={8}>
        {(of) => (
          <>
            <Figures of={of} />
            <WithoutWorker of={of} />
            <ByArea of={of} />
          </>
        )}
      </Answered>
    </div>
  );
}
