/** 我们的投标: the bids of one's own organisation, and what became of each. */
import { Button } from "antd";
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import { Moment } from "@/ui/Moment";
import { Money } from "@/ui/Money";
import { StateTag } from "@/ui/StateTag";
import { PurchaseTitle } from "../purchase/PurchaseTitle";
import { ownBids, type Bid } from "./queries";
import { bidStates, pointsOf } from "./states";

const columns: Column<Bid>[] = [
  { key: "purchase", title: "采购", value: ({ purchase_id }) => <PurchaseTitle id={purchase_id} /> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={bidStates} state={state} /> },
  { key: "area", title: "镇街、村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "submitted", title: "投标时间", value: ({ submitted_at }) => <Moment at={submitted_at} /> },
  { key: "amount", title: "报价", value: ({ amount_fen }) => (amount_fen === null ? "密封" : <Money fen={amount_fen} />), number: true },
  { key: "points", title: "总分", value: pointsOf, number: true },
  { key: "rank", title: "名次", value: ({ rank }) => rank ?? "—", number: true },
];

const look = <Link to="/projects/published/purchases"><Button>可投标项目</Button></Link>;

export default function BidList() {
  return (
    <ListPage
      title="我们的投标"
      list={ownBids}
      columns={columns}
      open={({ id }) => `/projects/bids/${id}`}
      acts={look}
      empty={{ title: "还没有投标", advice: "在“可投标项目”中打开采购公告，截止前投标。", act: look }}
    />
  );
}
