/** 协商事项: what was agreed and waits to be done, for officers of the place and for the organisations that answer for it. */
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { DeliberationTitle } from "./DeliberationTitle";
import { itemList, type ItemQuery, type ShownItem } from "./queries";
import { Responsible } from "./Responsible";
import { itemStates } from "./states";

const filters: Filter<ItemQuery>[] = [
  { name: "status", label: "状态", kind: "select", options: choices(itemStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<ShownItem>[] = [
  { key: "what", title: "事项", value: ({ what }) => what },
  { key: "status", title: "状态", value: ({ status }) => <StateTag states={itemStates} state={status} /> },
  { key: "due", title: "期限", value: ({ due_on }) => <span className="figures">{due_on}</span> },
  { key: "who", title: "责任方", value: (item) => <Responsible of={item} area={item.area_id} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "topic", title: "议题", value: ({ deliberation_id }) => <DeliberationTitle id={deliberation_id} /> },
];

export default function ItemList() {
  return (
    <ListPage
      title="协商事项"
      list={itemList}
      columns={columns}
      filters={filters}
      open={({ id }) => `/projects/deliberation-items/${id}`}
      empty={{ title: "没有协商事项", advice: "协商达成一致后列出的事项会在这里，办理后向公众反馈。" }}
    />
  );
}
