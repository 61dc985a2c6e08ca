/** A list screen, as a feature writes it. */
import { Button } from "antd";
import { Link } from "react-router";
import type { Column } from "@/ui/columns";
import { Facts } from "@/ui/Facts";
import { Hours } from "@/ui/Hours";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Money } from "@/ui/Money";
import { StateTag } from "@/ui/StateTag";
import { needPage, needStates, type Need, type NeedState } from "./invented";

interface NeedQuery {
  after?: string;
  state?: NeedState;
  q?: string;
  area_id?: string;
  raised_from?: string;
}

const list = { key: ["invented", "needs"], page: (query: NeedQuery) => needPage(query) };

const filters: Filter<NeedQuery>[] = [
  { name: "q", label: "需求名称", kind: "text" },
  { name: "state", label: "状态", kind: "select", options: Object.entries(needStates).map(([value, { label }]) => ({ value, label })) },
  { name: "area_id", label: "所在镇街、社区", kind: "area" },
  { name: "raised_from", label: "提出不早于", kind: "day" },
];

const columns: Column<Need>[] = [
  { key: "title", title: "需求", value: (need) => need.title },
  { key: "state", title: "状态", value: (need) => <StateTag states={needStates} state={need.state} /> },
  { key: "community", title: "村（社区）", value: (need) => need.community },
  { key: "budget", title: "预算（元）", value: (need) => <Money fen={need.budget_fen} />, number: true },
  { key: "hours", title: "志愿服务", value: (need) => <Hours minutes={need.minutes} />, number: true },
  { key: "raised_on", title: "提出日期", value: (need) => <span className="figures">{need.raised_on}</span> },
  { key: "id", title: "编号", value: (need) => need.id, extra: true },
];

export function GalleryList() {
  return (
    <ListPage
      title="居民需求"
      list={list}
      columns={columns}
      filters={filters}
      open={() => "/dev/gallery?part=record"}
      sheet={(need) => <Facts facts={[{ label: "需求", value: need.title, wide: true }, { label: "村（社区）", value: need.community, wide: true }]} />}
      bulk={[{ label: "批量受理", says: (rows) => `受理 ${rows.length} 件需求。`, run: () => Promise.resolve() }]}
      exportHref={(query) => `/api/projects/needs.xlsx?${query.toString()}`}
      acts={<Link to="/dev/gallery?part=form"><Button type="primary">登记需求</Button></Link>}
      empty={{ title: "还没有需求", advice: "居民提出或网格走访登记的需求会列在这里。" }}
    />
  );
}
