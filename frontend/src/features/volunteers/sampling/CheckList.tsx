/** 补录抽查: entries by hand of other towns, to be checked here against the paper list. */
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { Hours as Duration } from "@/ui/Hours";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { Span } from "../Span";
import { checks, type Check, type CheckQuery } from "./queries";
import { checkStates, kinds } from "./states";

const filters: Filter<CheckQuery>[] = [{ name: "state", label: "状态", kind: "select", initial: "waiting", options: choices(checkStates) }];

const columns: Column<Check>[] = [
  { key: "title", title: "活动", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={checkStates} state={state} /> },
  { key: "due", title: "期限", value: ({ due_on }) => due_on },
  { key: "area", title: "活动所在村（社区）", value: ({ entry_area_id }) => <ShortAreaName id={entry_area_id} /> },
  { key: "volunteer", title: "志愿者编号", value: ({ volunteer_number }) => volunteer_number },
  { key: "when", title: "补录的服务时间", value: (check) => <Span of={check} /> },
  { key: "minutes", title: "时长", value: ({ minutes }) => <Duration minutes={minutes} />, number: true },
  { key: "kind", title: "方式", value: ({ kind }) => kinds[kind] },
];

export default function CheckList() {
  return (
    <ListPage
      title="补录抽查"
      list={checks}
      columns={columns}
      filters={filters}
      open={({ id }) => `/volunteers/hours-checks/${id}`}
      empty={{ title: "没有要核对的补录", advice: "每月初从其他镇街上月确认的补录中按记录的种子抽取，由这里对照活动的纸质签到表核对。" }}
    />
  );
}
