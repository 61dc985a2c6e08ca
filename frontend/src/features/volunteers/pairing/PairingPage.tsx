/** One pairing: whether it runs, what waits where the worker has left, and what both did together. */
import { Link, useParams } from "react-router";
import { AreaName, TownName } from "@/ui/AreaName";
import type { ChainStep } from "@/ui/Chain";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { OrganisationName } from "@/ui/OrganisationName";
import { lastDay } from "@/ui/periods";
import { RecordPage } from "@/ui/RecordPage";
import { WorkerName } from "@/ui/WorkerName";
import { HandoverDialog } from "./HandoverDialog";
import { JointActivities } from "./JointActivities";
import { pairing, type Pairing } from "./queries";
import { handoverBecause, pairingStates } from "./states";

const next = ({ state, handover_because, handover_until, area_id, organisation_id }: Pairing): Waiting | undefined =>
  state === "handover_due"
    ? {
        what: `${handover_because ? handoverBecause[handover_because] : ""}：交接给继任社工，队伍不能没有社工`,
        who: organisation_id ? <OrganisationName id={organisation_id} /> : <><TownName of={area_id} /> 经办</>,
        until: handover_until,
      }
    : undefined;

const facts = (record: Pairing): Fact[] => [
  { label: "队伍", value: <Link to={`/volunteers/teams/${record.team_id}`}>{record.team_name}</Link> },
  { label: "社工", value: <WorkerName id={record.social_worker_id} /> },
  { label: "队员", value: <span className="figures">{record.members} 人</span> },
  { label: "双工活动", value: <span className="figures">已办 {record.joint_activities} 场 · 待办 {record.coming_activities} 场</span> },
  { label: "结对日期", value: <span className="figures">{record.starts_on}</span> },
  { label: "最后结对日", value: <span className="figures">{lastDay(record.ends_on) ?? "—"}</span> },
  ...(record.handover_because ? [{ label: "交接缘由", value: <>{handoverBecause[record.handover_because]} <span className="figures">{record.handover_since}</span></> }] : []),
  ...(record.predecessor_id ? [{ label: "上一任", value: <Link to={`/volunteers/pairings/${record.predecessor_id}`}>查看上一任结对</Link> }] : []),
  ...(record.reason ? [{ label: "理由", value: record.reason, wide: true }] : []),
  ...(record.handover_note ? [{ label: "交接说明", value: <span className="prose">{record.handover_note}</span>, wide: true }] : []),
];

const chain = ({ team_id, team_name }: Pairing): ChainStep[] => [{ label: "志愿服务队", note: team_name, to: `/volunteers/teams/${team_id}`, at: "done" }, { label: "双工结对", at: "current" }];

export default function PairingPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={pairing(id)}
      name={({ team_name }) => `${team_name} 的结对`}
      states={pairingStates}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      chain={chain}
      next={next}
      facts={facts}
      tabs={() => [{ key: "joint", label: "双工活动", children: <JointActivities of={id} /> }]}
      consequences={() => ({ ending: "结束后队伍没有社工，待办中会提醒另行结对；还有未办完的活动时不能结束。", release: "转为待交接，由镇街或所属组织安排继任社工。" })}
      dialogs={{ handover: ({ record, ...asked }) => <HandoverDialog pairing={record} {...asked} /> }}
    />
  );
}
