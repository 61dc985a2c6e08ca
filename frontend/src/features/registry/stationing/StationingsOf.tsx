/** The stationings of a facility, an organisation or a social worker, the latest first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { lastDay } from "@/ui/periods";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { FacilityName } from "../facility/FacilityName";
import { stationingsOf, type Parent, type Stationing } from "./queries";
import { stationingStates } from "./states";
import { WhoMovedIn } from "./WhoMovedIn";

export function StationingsOf(parent: Parent) {
  const where = parent.facility_id
    ? { title: "进驻方", render: (_who: unknown, one: Stationing) => <WhoMovedIn of={one} /> }
    : { title: "设施", render: (_facility: unknown, one: Stationing) => <FacilityName id={one.facility_id} /> };
  return (
    <Answered query={useQuery(stationingsOf(parent))}>
      {({ items }) => (
        <WideTable<Stationing>
          label="进驻"
          dataSource={items}
          locale={{ emptyText: "没有进驻记录" }}
          columns={[
            { title: "协议", render: (_agreement: unknown, { id, agreement }) => <Link to={`/registry/stationings/${id}`}>{agreement}</Link> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={stationingStates} state={state} /> },
            where,
            { title: "进驻日期", dataIndex: "starts_on", className: "figures" },
            { title: "协议期至", render: (_until: unknown, { until }) => lastDay(until), className: "figures" },
            { title: "退出日期", render: (_ended: unknown, { ended_on }) => ended_on ?? "—", className: "figures" },
          ]}
        />
      )}
    </Answered>
  );
}
