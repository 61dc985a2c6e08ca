/** 投标 for the announced purchase that the address names; sealed until the bids are opened. */
import { useQuery } from "@tanstack/react-query";
import { useSearchParams } from "react-router";
import { yuan } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { minuteOf } from "@/ui/times";
import { publishedPurchase, type OpenPurchase } from "../purchase/queries";
import { BidFields, bidLabels } from "./BidFields";
import { submit, type Bid, type BidIn } from "./queries";

function Loaded({ of }: { of: OpenPurchase }) {
  return (
    <FormPage<BidIn, Bid>
      title={`投标：${of.title}`}
      advice={`最高限价 ${yuan(of.ceiling_fen)} 元，截止 ${minuteOf(of.bids_due_at)}。递交后密封，截止前可以修改或撤回。`}
      draft={`projects/bid/new/${of.id}`}
      labels={bidLabels}
      submit={(values) => submit(of.id, values)}
      done={({ id }) => `/projects/bids/${id}`}
      act="投标"
    >
      <BidFields />
    </FormPage>
  );
}

export default function BidForm() {
  const id = useSearchParams()[0].get("purchase_id");
  const asked = useQuery({ ...publishedPurchase(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从采购公告进入" advice="投标属于一次采购：在“可投标项目”中打开公告，选“投标”。" />;
  return <Answered query={asked} rows={8}>{(of) => <Loaded of={of} />}</Answered>;
}
