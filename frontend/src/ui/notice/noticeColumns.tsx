/** What a list of notices shows and is narrowed by. */
import { ShortAreaName } from "../AreaName";
import { choices } from "../choices";
import type { Column } from "../columns";
import type { Filter } from "../listState";
import { Moment } from "../Moment";
import { StateTag } from "../StateTag";
import type { Notice, NoticeQuery } from "./desk";
import { lastDay } from "./lastDay";
import { noticeKinds, noticeStates } from "./states";

export const noticeFilters: Filter<NoticeQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(noticeStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

export const noticeColumns: Column<Notice>[] = [
  { key: "title", title: "公示", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={noticeStates} state={state} /> },
  { key: "kind", title: "事项", value: ({ kind }) => noticeKinds[kind] },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "opened", title: "公示开始", value: ({ opened_at }) => <Moment at={opened_at} /> },
  { key: "closes", title: "公示至", value: ({ closes_at }) => <span className="figures">{lastDay(closes_at)}</span> },
  { key: "objections", title: "待答复异议", value: ({ objections_waiting }) => (objections_waiting > 0 ? `${objections_waiting} 件` : "—"), number: true },
];
