/** What was bought, contracted, accepted and paid for a project, asked together. */
import type { Question } from "@/api/view";
import { acceptanceList, type Acceptance } from "./acceptance/queries";
import { contractList, type Contract } from "./contract/queries";
import { paymentList, type Payment } from "./payment/queries";
import { publishedPurchases, purchaseList, type OpenPurchase } from "./purchase/queries";

const MOST = 200;

/** Each the latest first. */
export interface Spending {
  purchases: OpenPurchase[];
  contracts: Contract[];
  acceptances: Acceptance[];
  payments: Payment[];
}

/** An organisation's manager reads purchases where everybody does: once they are announced. */
export const spendingOf = (project_id: string, readsDrafts: boolean): Question<Spending> => ({
  queryKey: ["projects", "projects", project_id, "spending", readsDrafts],
  queryFn: async () => {
    const query = { project_id, limit: MOST };
    const [purchases, contracts, acceptances, payments] = await Promise.all([
      readsDrafts ? purchaseList.page(query) : publishedPurchases.page(query),
      contractList.page(query),
      acceptanceList.page(query),
      paymentList.page(query),
    ]);
    return { purchases: purchases.items, contracts: contracts.items, acceptances: acceptances.items, payments: payments.items };
  },
});
