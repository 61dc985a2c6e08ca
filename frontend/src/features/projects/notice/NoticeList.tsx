/** 公示与异议: what lies open, and where objections wait for an answer. */
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import { lastDay } from "./lastDay";
import { notices, type Notice, type NoticeQuery } from "./queries";
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

export default function NoticeList() {
  return (
    <ListPage
      title="公示与异议"
      list={notices}
      columns={noticeColumns}
      filters={noticeFilters}
      open={({ id }) => `/projects/notices/${id}`}
      empty={{ title: "还没有公示", advice: "采购评审结束后，拟成交结果在这里公示，期内受理异议。" }}
    />
  );
}
