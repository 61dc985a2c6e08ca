/** 数据来源: the records behind a figure of an area, each opening at its owner and leading back to the need. */
import { Button, Skeleton } from "antd";
import { useMemo } from "react";
import { Link, useSearchParams } from "react-router";
import { pageOf } from "@/api/view";
import { count, yuan } from "@/ui/amounts";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { dashboardPage } from "../dashboard/places";
import { useOwnArea } from "../useOwnArea";
import { behindNames, isBehind, kinds, type Behind } from "./measures";
import { readings, type Reading, type ReadingQuery } from "./queries";
import { RecordName } from "./RecordName";
import { readingStates } from "./states";
import { Total } from "./Total";
import { Upward } from "./Upward";

/** Each row asks its owner for its name. */
const ROWS = 25;
const FIRST: Behind = "org_coverage";

/** A list behind nothing in particular does not exist, and the filter row says what it stands behind. */
const filtersFrom = (area_id: string): Filter<ReadingQuery>[] => [
  { name: "indicator", label: "指标或环节", kind: "select", initial: FIRST, options: choices(behindNames) },
  { name: "area_id", label: "片区", kind: "area", initial: area_id },
  { name: "since", label: "自", kind: "day" },
  { name: "on", label: "截至", kind: "day" },
];

const columnsOf = (behind: Behind): Column<Reading>[] => [
  { key: "record", title: kinds[behind].name, value: (reading) => <RecordName of={reading} /> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={readingStates} state={state} /> },
  { key: "on", title: kinds[behind].on, value: ({ on }) => <span className="figures">{on}</span> },
  { key: "value", title: kinds[behind].adds, value: ({ value }) => (kinds[behind].isMoney ? yuan(value) : count(value)), number: true },
  { key: "area", title: "片区", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "upward", title: "联动", value: (reading) => <Upward of={reading} /> },
];

const pageOfRecord = ({ links }: Reading) => pageOf([links.record ?? []].flat()[0] ?? "");

/** The figure above is today's: the records of other days stand under their days alone. */
function Days({ since, on }: { since: string | null; on: string | null }) {
  return <p className="figures">{since && `${since} 起`}{since && on && "，"}{on && `截至 ${on}`} <span className="muted">的记录</span></p>;
}

function Readings({ own }: { own: string }) {
  const [params] = useSearchParams();
  const filters = useMemo(() => filtersFrom(own), [own]);
  const named = params.get("indicator");
  const behind = isBehind(named) ? named : FIRST;
  const area = params.get("area_id") ?? own;
  const since = params.get("since");
  const on = params.get("on");
  return (
    <>
      {since || on ? <Days since={since} on={on} /> : <Total behind={behind} areaId={area} />}
      <ListPage
        key={behind}
        title="数据来源"
        list={readings}
        columns={columnsOf(behind)}
        filters={filters}
        fixed={{ limit: ROWS }}
        open={pageOfRecord}
        acts={<Link to={dashboardPage(area)}><Button>驾驶舱</Button></Link>}
        empty={{ title: "这个数字背后还没有记录", advice: "记录由各业务环节产生：备案、注册、提出需求、举办活动、确认时长。" }}
      />
    </>
  );
}

export default function ReadingList() {
  const own = useOwnArea();
  return own ? <Readings own={own} /> : <Skeleton active={false} paragraph={{ rows: 8 }} />;
}
