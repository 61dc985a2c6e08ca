/** 数据来源: the records behind a figure of an area, each opening at its owner and leading back to the need. */
import { Button, Skeleton } from "antd";
import { Link, Navigate, useSearchParams } from "react-router";
import { pageOf } from "@/api/view";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { dashboardPage } from "../dashboard/places";
import { useOwnArea } from "../useOwnArea";
import { addsOf, behindNames, isBehind, kinds, type Behind } from "./measures";
import { readings, type Reading, type ReadingQuery } from "./queries";
import { RecordName } from "./RecordName";
import { readingStates } from "./states";
import { Upward } from "./Upward";

/** Each row asks its owner for its name. */
const ROWS = 25;
const FIRST: Behind = "org_coverage";

const filters: Filter<ReadingQuery>[] = [
  { name: "indicator", label: "指标或环节", kind: "select", options: choices(behindNames) },
  { name: "area_id", label: "片区", kind: "area" },
];

const columnsOf = (behind: Behind): Column<Reading>[] => [
  { key: "record", title: kinds[behind].name, value: (reading) => <RecordName of={reading} /> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={readingStates} state={state} /> },
  { key: "on", title: kinds[behind].on, value: ({ on }) => <span className="figures">{on}</span> },
  { key: "value", title: kinds[behind].adds, value: ({ value }) => addsOf(behind, value), number: true },
  { key: "area", title: "片区", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "upward", title: "联动", value: (reading) => <Upward of={reading} /> },
];

const pageOfRecord = ({ links }: Reading) => pageOf([links.record ?? []].flat()[0] ?? "");

export default function ReadingList() {
  const own = useOwnArea();
  const [params] = useSearchParams();
  const behind = params.get("indicator");
  const area_id = params.get("area_id") ?? own;
  if (!area_id) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  // A list behind nothing in particular does not exist, and the filter row says what it stands behind.
  if (!isBehind(behind) || !params.has("area_id")) {
    return <Navigate to={`?${new URLSearchParams({ indicator: isBehind(behind) ? behind : FIRST, area_id }).toString()}`} replace />;
  }
  return (
    <ListPage
      key={behind}
      title="数据来源"
      list={readings}
      columns={columnsOf(behind)}
      filters={filters}
      fixed={{ limit: ROWS, count: true }}
      open={pageOfRecord}
      acts={<Link to={dashboardPage(area_id)}><Button>驾驶舱</Button></Link>}
      empty={{ title: "这个数字背后还没有记录", advice: "记录由各业务环节产生：备案、注册、提出需求、举办活动、确认时长。" }}
    />
  );
}
