/** 执行事项: what was agreed, who answers for it until when, and what everybody is told became of it. */
import type { ReactNode } from "react";
import { StateTag } from "@/ui/StateTag";
import { dayOf, isPast } from "@/ui/times";
import { WideTable } from "@/ui/WideTable";
import type { OpenDeliberation, OpenItem } from "./queries";
import { Responsible } from "./Responsible";
import { itemStates } from "./states";

/** On the desk an item opens its page, at which it is answered. */
type Row = Omit<OpenItem, "overdue">;

export function ItemsTable({ of: { area_id, items, state }, name = ({ what }) => what }: { of: Pick<OpenDeliberation, "area_id" | "state"> & { items: Row[] }; name?: (item: Row) => ReactNode }) {
  return (
    <WideTable<Row>
      label="执行事项"
      dataSource={items}
      locale={{ emptyText: state === "concluded" ? "协商意见没有列执行事项" : "形成协商意见时列出" }}
      columns={[
        { title: "事项", render: (_what: unknown, item) => name(item) },
        { title: "状态", render: (_status: unknown, { status, due_on }) => <><StateTag states={itemStates} state={status} />{status === "open" && isPast(due_on) && " 逾期"}</> },
        { title: "责任方", render: (_who: unknown, item) => <Responsible of={item} area={area_id} /> },
        { title: "期限", render: (_due: unknown, { due_on }) => due_on, className: "figures" },
        { title: "公开反馈", render: (_told: unknown, { feedback, fed_back_at }) => (feedback ? <>{feedback} <span className="muted figures">{fed_back_at && dayOf(fed_back_at)}</span></> : "—") },
      ]}
    />
  );
}
