/** 可投标项目: announced purchases as everybody may read them, for an organisation that looks for work. */
import { useSearchParams } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { fixedBy } from "@/ui/fixedBy";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { Moment } from "@/ui/Moment";
import { Money } from "@/ui/Money";
import { StateTag } from "@/ui/StateTag";
import { OfProject } from "../OfProject";
import { publishedPurchases, type OpenPurchase, type OpenQuery } from "./queries";
import { methods, purchaseStates } from "./states";

/** Everybody reads a purchase from its announcement on. */
const states = choices(purchaseStates).filter(({ value }) => value !== "draft");

export const openFilters = (initial?: OpenPurchase["state"]): Filter<OpenQuery>[] => [
  { name: "state", label: "状态", kind: "select", options: states, ...(initial && { initial }) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

export const openColumns: Column<OpenPurchase>[] = [
  { key: "title", title: "采购", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={purchaseStates} state={state} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "method", title: "采购方式", value: ({ method, invited_only }) => `${methods[method]}${invited_only ? "（仅受邀）" : ""}` },
  { key: "ceiling", title: "最高限价", value: ({ ceiling_fen }) => <Money fen={ceiling_fen} />, number: true },
  { key: "due", title: "投标截止", value: ({ bids_due_at }) => <Moment at={bids_due_at} /> },
  { key: "winner", title: "成交供应商", value: ({ awarded_name }) => awarded_name ?? "—" },
  { key: "awarded", title: "成交金额", value: ({ awarded_fen }) => (awarded_fen === null ? "—" : <Money fen={awarded_fen} />), number: true },
];

const filters = openFilters("announced");

export default function OpenPurchaseList() {
  const [params] = useSearchParams();
  return (
    <>
      <OfProject of="采购" />
      <ListPage
        title="可投标项目"
        list={publishedPurchases}
        columns={openColumns}
        filters={filters}
        fixed={fixedBy<OpenQuery>(params, ["project_id"])}
        open={({ id }) => `/projects/published/purchases/${id}`}
        empty={{ title: "现在没有公告中的采购", advice: "镇街和市发布采购公告后列在这里；可在“状态”中查看已开标、已成交的。" }}
      />
    </>
  );
}
