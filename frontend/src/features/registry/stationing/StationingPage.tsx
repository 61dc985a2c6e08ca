/** One stationing: who is in which facility, under which agreement, until when. */
import { Link, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { lastDay } from "@/ui/periods";
import { RecordPage } from "@/ui/RecordPage";
import { FacilityName } from "../facility/FacilityName";
import { stationing, type Stationing } from "./queries";
import { stationingStates } from "./states";
import { WhoMovedIn } from "./WhoMovedIn";

const next = ({ state, actions, until }: Stationing): Waiting | undefined =>
  state === "running" && actions.length > 0 ? { what: "没有待办；协议到期自动退出，提前退出须写明理由", until: lastDay(until) } : undefined;

const facts = (record: Stationing): Fact[] => [
  { label: "进驻方", value: <WhoMovedIn of={record} /> },
  { label: "设施", value: <FacilityName id={record.facility_id} /> },
  { label: "进驻日期", value: <span className="figures">{record.starts_on}</span> },
  { label: "协议期至", value: <span className="figures">{lastDay(record.until)}</span> },
  ...(record.ended_on
    ? [{ label: "退出", value: <><span className="figures">{record.ended_on}</span> {record.ended_because ?? "协议到期"}</>, wide: true }]
    : []),
];

export default function StationingPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={stationing(id)}
      name={({ agreement }) => agreement}
      states={stationingStates}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      next={next}
      facts={facts}
      consequences={() => ({ ending: "自今日起退出设施，不能恢复；再进驻须另行登记。" })}
    />
  );
}
