/** 结果, for everybody: what was awarded for how much, and what came to nothing. */
import { Button } from "antd";
import { ListPage } from "@/ui/ListPage";
import { openColumns, openFilters } from "../purchase/OpenPurchaseList";
import { publishedPurchases } from "../purchase/queries";

/** Every announced purchase in the Open Contracting Data Standard; its own links lead on. */
const OPEN_DATA = "/api/projects/published/releases";
const filters = openFilters("awarded");

export default function ResultList() {
  return (
    <ListPage
      title="采购结果"
      list={publishedPurchases}
      columns={openColumns}
      filters={filters}
      acts={<Button href={`${OPEN_DATA}?limit=200`}>机器可读数据</Button>}
      open={({ id }) => `/public/purchases/${id}`}
      empty={{ title: "没有这样的采购结果", advice: "在“状态”中可以选废标和终止的采购。" }}
    />
  );
}
