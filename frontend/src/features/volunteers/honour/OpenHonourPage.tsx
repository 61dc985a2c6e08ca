/** What everybody may read of one star: a masked name, the public number, and the proof. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { AreaName } from "@/ui/AreaName";
import { Facts } from "@/ui/Facts";
import { Hours as Duration } from "@/ui/Hours";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import { useTitle } from "@/ui/useTitle";
import { openHonour } from "./queries";
import { honourStates, starsOf } from "./states";

export default function OpenHonourPage() {
  const { id = "" } = useParams();
  useTitle("星级志愿者");
  return (
    <Answered query={useQuery(openHonour(id))} rows={4}>
      {(record) => (
        <article>
          <h1>{starsOf(record.stars)}志愿者 {record.name} <StateTag states={honourStates} state={record.state} /></h1>
          <Facts
            facts={[
              { label: "志愿者编号", value: <span className="figures">{record.number}</span> },
              { label: "村（社区）", value: <AreaName id={record.area_id} /> },
              { label: "已确认时长", value: <Duration minutes={record.minutes} /> },
              { label: "公示开始", value: <Moment at={record.publicised_at} /> },
              { label: "认定时间", value: <Moment at={record.granted_at} /> },
            ]}
          />
        </article>
      )}
    </Answered>
  );
}
