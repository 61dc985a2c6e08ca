/** One team: whether a social worker stands beside it, who is in it, and who was. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { AreaName, TownName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { OrganisationName } from "@/ui/OrganisationName";
import { RecordPage } from "@/ui/RecordPage";
import { MembersTable } from "../membership/MembersTable";
import { openPairingOf, type Pairing } from "../pairing/queries";
import { PairingsOf } from "../pairing/PairingsOf";
import { VolunteerName } from "../PersonName";
import { WorkerName } from "@/ui/WorkerName";
import { InvitationDialog } from "./InvitationDialog";
import { LeaderDialog } from "./LeaderDialog";
import { team, type Team } from "./queries";
import { serviceFields, teamStates } from "./states";

const whose = ({ organisation_id, area_id }: Team) => (organisation_id ? <OrganisationName id={organisation_id} /> : <><TownName of={area_id} /> 经办</>);

/** Nobody beside it comes first, then nobody before it. */
function next(record: Team, pairing: Pairing | null | undefined): Waiting | undefined {
  if (record.state !== "active") return undefined;
  if (pairing === null) return { what: "还没有结对社工：从本地社工中选一名结对", who: whose(record), ways: [{ label: "结对社工", to: `/volunteers/pairings/new?team_id=${record.id}`, isMain: true }] };
  if (pairing?.state === "handover_due") return { what: "结对社工已离开：交接给继任社工", who: whose(record), until: pairing.handover_until, ways: [{ label: "去交接", to: `/volunteers/pairings/${pairing.id}`, isMain: true }] };
  return record.leader_volunteer_id === null ? { what: "队长已离队：从队员中指定新队长", who: whose(record) } : undefined;
}

const beside = (pairing: Pairing | null | undefined) => pairing && <><WorkerName id={pairing.social_worker_id} /> <Link to={`/volunteers/pairings/${pairing.id}`}>查看结对</Link></>;

const facts = (record: Team, pairing: Pairing | null | undefined): Fact[] => [
  { label: "服务领域", value: serviceFields[record.field] },
  { label: "队员", value: <span className="figures">{record.members} 人</span> },
  { label: "队长", value: record.leader_volunteer_id && <VolunteerName id={record.leader_volunteer_id} /> },
  { label: "结对社工", value: beside(pairing) },
  { label: "所属", value: record.organisation_id ? <OrganisationName id={record.organisation_id} /> : "所在镇街或村（社区）" },
  { label: "成立日期", value: <span className="figures">{record.formed_on}</span> },
  { label: "简介", value: record.description, wide: true },
  ...(record.dissolved_on ? [{ label: "解散", value: <><span className="figures">{record.dissolved_on}</span> {record.dissolved_because}</>, wide: true }] : []),
];

export default function TeamPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { data: pairing } = useQuery(openPairingOf(id));
  return (
    <RecordPage
      question={team(id)}
      name={({ name }) => name}
      states={teamStates}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      next={(record) => next(record, pairing)}
      facts={(record) => facts(record, pairing)}
      tabs={({ members }) => [
        { key: "members", label: `队员 ${members}`, children: <MembersTable team_id={id} /> },
        { key: "pairings", label: "结对记录", children: <PairingsOf team_id={id} /> },
      ]}
      consequences={() => ({ dissolution: "今日起解散：全体队员离队、结对结束，历史记录保留。" })}
      instead={({ id: own }) => ({ revision: () => void navigate(`/volunteers/teams/${own}/revision`) })}
      dialogs={{
        invitations: ({ record, ...asked }) => <InvitationDialog team={record} {...asked} />,
        leader: ({ record, ...asked }) => <LeaderDialog team={record} {...asked} />,
      }}
    />
  );
}
