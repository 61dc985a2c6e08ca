/** One outside count: which system counted what, when, and where that is written. */
import { Link, useParams } from "react-router";
import { count } from "@/ui/amounts";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { RecordPage } from "@/ui/RecordPage";
import { minuteOf } from "@/ui/times";
import { dashboardPage } from "../dashboard/places";
import { countNames } from "./messages";
import { outsideCount, type OutsideCount } from "./queries";
import { outsideCountStates } from "./states";

const facts = (record: OutsideCount): Fact[] => [
  { label: "系统", value: record.system },
  { label: "统计对象", value: countNames[record.counts] },
  { label: "数值", value: <span className="figures">{count(record.value)}</span> },
  { label: "统计日期", value: <span className="figures">{record.counted_on}</span> },
  { label: "来源", value: record.source, wide: true },
  { label: "登记时间", value: <span className="figures">{minuteOf(record.entered_at)}</span> },
  ...(record.withdrawn_at ? [{ label: "撤回", value: `${minuteOf(record.withdrawn_at)} ${record.withdrawn_because ?? ""}` }] : []),
  { label: "用途", value: "只与本系统的数字对照，不并入" },
  { label: "对照", value: <Link to={dashboardPage(record.area_id)}>驾驶舱</Link> },
];

export default function OutsideCountPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={outsideCount(id)}
      name={({ system, counts }) => `${system} · ${countNames[counts]}`}
      states={outsideCountStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      facts={facts}
    />
  );
}
