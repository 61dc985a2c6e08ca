/** 评分: the expert's desk. Every bid with its plan and a form of its own, to be filled by keyboard alone. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { me } from "@/api/session";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { useTitle } from "@/ui/useTitle";
import { bidsOf, type Bid } from "../bid/queries";
import { purchase, type Purchase } from "../purchase/queries";
import { scoresOf, type Score } from "./queries";
import { ScoreForm } from "./ScoreForm";
import styles from "./Scoring.module.css";

function Desk({ of, bids, scores }: { of: Purchase; bids: Bid[]; scores: Score[] }) {
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  // A form begins with what its own expert gave, so it waits until that is known.
  if (!account) return null;
  const own = (bid: Bid) => scores.find(({ bid_id, account_id }) => bid_id === bid.id && account_id === account.id);
  const left = bids.filter((bid) => !own(bid)).length;
  return (
    <>
      <p role="status">{left > 0 ? `还有 ${left} 家没有评分` : "全部评完；结束评审前仍可修改"}</p>
      {bids.map((bid) => <ScoreForm key={bid.id} bid={bid} criteria={of.criteria} given={own(bid)} />)}
    </>
  );
}

function Loaded({ of }: { of: Purchase }) {
  const bids = useQuery(bidsOf(of.id));
  const scores = useQuery(scoresOf(of.id));
  const back = <Link to={`/projects/purchases/${of.id}`}>回到采购</Link>;
  if (of.state !== "opened") return <EmptyState title="采购不在评审阶段" advice="开标后、结束评审前可以评分。" act={back} />;
  return (
    <>
      <p className="muted">先在采购页作利益冲突声明，再逐家评分。按 Tab 到下一项，按回车保存；价格分由系统按报价计算。{back}</p>
      <Answered query={bids} rows={8}>
        {(found) => {
          const valid = found.filter(({ state }) => state === "opened");
          return <Answered query={scores} rows={8}>{(given) => <Desk of={of} bids={valid} scores={given} />}</Answered>;
        }}
      </Answered>
    </>
  );
}

export default function ScoringPage() {
  const { id = "" } = useParams();
  const asked = useQuery(purchase(id));
  useTitle(asked.data && `评分：${asked.data.title}`);
  return (
    <Answered query={asked} rows={10}>
      {(of) => (
        <article className={styles.desk}>
          <h1>评分：{of.title}</h1>
          <Loaded of={of} />
        </article>
      )}
    </Answered>
  );
}
