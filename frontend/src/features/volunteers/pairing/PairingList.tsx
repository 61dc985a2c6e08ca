/** 双工结对: which social worker stands beside which team, and where a hand-over waits. */
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { count } from "@/ui/amounts";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Narrowed } from "@/ui/Narrowed";
import { StateTag } from "@/ui/StateTag";
import { TeamName } from "../team/TeamName";
import { WorkerName } from "@/ui/WorkerName";
import { pairings, type Pairing, type PairingQuery } from "./queries";
import { pairingStates } from "./states";

const filters: Filter<PairingQuery>[] = [
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
  { name: "state", label: "状态", kind: "select", options: choices(pairingStates) },
];

const columns: Column<Pairing>[] = [
  { key: "team", title: "队伍", value: ({ team_name }) => team_name },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={pairingStates} state={state} /> },
  { key: "worker", title: "社工", value: ({ social_worker_id }) => <WorkerName id={social_worker_id} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "members", title: "队员", value: ({ members }) => <span className="figures">{count(members)}</span> },
  { key: "joint", title: "双工活动", value: ({ joint_activities, coming_activities }) => <span className="figures">已办 {joint_activities} · 待办 {coming_activities}</span> },
  { key: "until", title: "交接期限", value: ({ state, handover_until }) => <span className="figures">{(state === "handover_due" && handover_until) || "—"}</span> },
  { key: "starts_on", title: "结对日期", value: ({ starts_on }) => <span className="figures">{starts_on}</span>, extra: true },
];

export default function PairingList() {
  const [params] = useSearchParams();
  return (
    <>
      <Narrowed by="team_id">{(id) => <>只列队伍“<TeamName id={id} />”的结对</>}</Narrowed>
      <Narrowed by="social_worker_id">{(id) => <>只列社工“<WorkerName id={id} />”的结对</>}</Narrowed>
      <ListPage
        title="双工结对"
        list={pairings}
        columns={columns}
        filters={filters}
        fixed={fixedBy<PairingQuery>(params, ["team_id", "social_worker_id"])}
        open={({ id }) => `/volunteers/pairings/${id}`}
        acts={<Link to="/volunteers/pairing-coverage"><Button>覆盖情况</Button></Link>}
        empty={{ title: "还没有结对", advice: "打开一支志愿服务队，选“结对社工”。" }}
      />
    </>
  );
}
