/** 修改采购方案, before it is announced. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { linesOf, type Line } from "../budget/queries";
import { coded } from "./criteria";
import { PurchaseFields, purchaseLabels, type PurchaseValues } from "./PurchaseFields";
import { purchase, revise, type Purchase } from "./queries";

function Loaded({ of, lines }: { of: Purchase; lines: Line[] }) {
  const { id, line_id, title, requirement, catalogue_code, method, ceiling_fen, criteria, invited_ids, bids_due_at, contact_office, contact_phone } = of;
  return (
    <FormPage<PurchaseValues, Purchase>
      title={`修改 ${title}`}
      advice="公告以后不能再修改。"
      draft={`projects/purchase/${id}/revision`}
      version={of.version}
      labels={purchaseLabels}
      initial={{ line_id, title, requirement, catalogue_code, method, ceiling_fen, criteria, invited_ids: invited_ids ?? [], bids_due_at, contact_office: contact_office ?? undefined, contact_phone: contact_phone ?? undefined }}
      submit={(values, version) => revise({ id, version }, { ...values, criteria: coded(values.criteria) })}
      done={() => `/projects/purchases/${id}`}
      act="保存修改"
    >
      <PurchaseFields lines={lines} />
    </FormPage>
  );
}

export default function PurchaseRevision() {
  const { id = "" } = useParams();
  const asked = useQuery(purchase(id));
  const above = asked.data?.project_id ?? "";
  const lines = useQuery({ ...linesOf(above), enabled: Boolean(above) });
  return <Answered query={asked} rows={10}>{(of) => <Answered query={lines}>{(found) => <Loaded of={of} lines={found} />}</Answered>}</Answered>;
}
