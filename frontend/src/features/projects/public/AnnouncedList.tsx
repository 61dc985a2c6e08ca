/** 采购公告, for everybody: what may be bid for now. */
import { ListPage } from "@/ui/ListPage";
import { openColumns, openFilters } from "../purchase/OpenPurchaseList";
import { publishedPurchases } from "../purchase/queries";

const filters = openFilters("announced");

export default function AnnouncedList() {
  return (
    <ListPage
      title="采购公告"
      list={publishedPurchases}
      columns={openColumns}
      filters={filters}
      open={({ id }) => `/public/purchases/${id}`}
      empty={{ title: "现在没有公告中的采购", advice: "已开标的看“结果”，拟成交的看“成交公示”。" }}
    />
  );
}
