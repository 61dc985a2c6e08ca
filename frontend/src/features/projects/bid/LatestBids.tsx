/** 我们的投标 on the desk: the latest, and what has become of each. */
import { Button } from "antd";
import { Link } from "react-router";
import type { Question } from "@/api/view";
import { Moment } from "@/ui/Moment";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { StateTag } from "@/ui/StateTag";
import { PurchaseTitle } from "../purchase/PurchaseTitle";
import { ownBids, type Bid } from "./queries";
import { bidStates } from "./states";

const SHOWN = 4;

const latest: Question<FirstOf<Bid>> = {
  queryKey: [...ownBids.key, "latest"],
  queryFn: async () => {
    const { items, count } = await ownBids.page({ limit: SHOWN, count: true });
    return { items, total: count ?? items.length };
  },
};

const line = ({ id, purchase_id, state, submitted_at, rank }: Bid): Line => ({
  id,
  to: `/projects/bids/${id}`,
  name: <PurchaseTitle id={purchase_id} />,
  state: <StateTag states={bidStates} state={state} />,
  marks: [<Moment key="submitted" at={submitted_at} />, ...(rank === null ? [] : [<span key="rank">第 {rank} 名</span>])],
});

const look = <Link to="/projects/published/purchases"><Button>可投标项目</Button></Link>;

export function LatestBids() {
  return <ShortList title="我们的投标" question={latest} line={line} all="/projects/bids" empty={{ advice: "还没有投标。在“可投标项目”中打开采购公告，截止前投标。", act: look }} />;
}
