/** 采购: what is being bought, how far it is, until when bids are taken. */
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
import { purchaseList, type Purchase, type PurchaseQuery } from "./queries";
import { methods, purchaseStates } from "./states";

const filters: Filter<PurchaseQuery>[] = [
  { name: "state", label: "状态", kind: "select", options: choices(purchaseStates) },
  { name: "area_id", label: "所在镇街、村（社区）", kind: "area" },
];

const columns: Column<Purchase>[] = [
  { key: "title", title: "采购", value: ({ title }) => title },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={purchaseStates} state={state} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "method", title: "采购方式", value: ({ method }) => methods[method] },
  { key: "ceiling", title: "最高限价", value: ({ ceiling_fen }) => <Money fen={ceiling_fen} />, number: true },
  { key: "due", title: "投标截止", value: ({ bids_due_at }) => <Moment at={bids_due_at} /> },
  { key: "bids", title: "投标", value: ({ bids }) => (bids === null ? "未开标" : `${bids} 家`), number: true },
  { key: "awarded", title: "成交金额", value: ({ awarded_fen }) => (awarded_fen === null ? "—" : <Money fen={awarded_fen} />), number: true },
  { key: "announced", title: "公告时间", value: ({ announced_at }) => <Moment at={announced_at} />, extra: true },
];

export default function PurchaseList() {
  const [params] = useSearchParams();
  return (
    <>
      <OfProject of="采购" />
      <ListPage
        title="采购"
        list={purchaseList}
        columns={columns}
        filters={filters}
        fixed={fixedBy<PurchaseQuery>(params, ["project_id"])}
        open={({ id }) => `/projects/purchases/${id}`}
        empty={{ title: "还没有采购", advice: "项目批准后，在项目页起草采购；公告、投标、评审和成交都在这里跟踪。" }}
      />
    </>
  );
}
