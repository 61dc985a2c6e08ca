/** 修改投标, until the deadline: its bidder changes what was sealed. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { PurchaseTitle } from "../purchase/PurchaseTitle";
import { BidFields, bidLabels } from "./BidFields";
import { bid, replace, type Bid, type BidIn } from "./queries";

function Loaded({ of }: { of: Bid }) {
  return (
    <FormPage<BidIn, Bid>
      title="修改投标"
      advice={<>采购“<PurchaseTitle id={of.purchase_id} />”。截止前只有本组织看得到内容；这里填写的整份代替原投标。</>}
      draft={`projects/bid/${of.id}/revision`}
      version={of.version}
      initial={{ amount_fen: of.amount_fen ?? undefined, plan: of.plan ?? undefined, attachment_ids: of.attachment_ids ?? [] }}
      labels={bidLabels}
      submit={(values, version) => replace({ id: of.id, version }, values)}
      done={() => `/projects/bids/${of.id}`}
      act="重新密封"
    >
      <BidFields />
    </FormPage>
  );
}

export default function BidRevision() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(bid(id))} rows={8}>{(of) => <Loaded of={of} />}</Answered>;
}
