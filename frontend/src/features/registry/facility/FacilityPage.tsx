/** One facility: what it offers when, and who works in it until when. */
import { Button } from "antd";
import { Link, useNavigate, useParams } from "react-router";
import { count } from "@/ui/amounts";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { OnlyFor } from "@/ui/OnlyFor";
import { RecordPage } from "@/ui/RecordPage";
import { keepers } from "../roles";
import { StationingsOf } from "../stationing/StationingsOf";
import { facility, type Facility } from "./queries";
import { facilityKinds, facilityStates } from "./states";

const facts = (record: Facility): Fact[] => [
  { label: "设施类型", value: facilityKinds[record.kind] },
  { label: "建筑面积", value: <span className="figures">{count(record.floor_area_m2)} 平方米</span> },
  { label: "地址", value: record.address },
  { label: "开放时间", value: record.opening_hours },
  { label: "功能室", value: record.rooms.join("、"), wide: true },
  { label: "启用日期", value: <span className="figures">{record.opened_on}</span> },
  ...(record.closed_on ? [{ label: "关闭", value: <><span className="figures">{record.closed_on}</span> {record.closed_because}</>, wide: true }] : []),
];

function Stationed({ of: { id, state } }: { of: Facility }) {
  return (
    <>
      {state === "open" && (
        <OnlyFor roles={keepers}>
          <p><Link to={`/registry/stationings/new?facility_id=${id}`}><Button>登记进驻</Button></Link></p>
        </OnlyFor>
      )}
      <StationingsOf facility_id={id} />
    </>
  );
}

export default function FacilityPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={facility(id)}
      name={({ name }) => name}
      states={facilityStates}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      facts={facts}
      consequences={({ name }) => ({ closing: `自今日起关闭“${name}”，不再计入设施覆盖，不能恢复；还有组织或社工进驻的不能关闭。` })}
      tabs={(record) => [{ key: "stationings", label: "进驻", children: <Stationed of={record} /> }]}
      instead={() => ({ revision: () => void navigate(`/registry/facilities/${id}/revision`) })}
    />
  );
}
