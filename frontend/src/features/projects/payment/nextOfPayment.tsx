/** What waits at a payment, and for whom. */
import { TownName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { millionths } from "../ppm";
import type { Payment } from "./queries";

export function nextOfPayment({ state, area_id, proposed_ppm, returned_because }: Payment): Waiting | undefined {
  const officers = <><TownName of={area_id} />或市级经办</>;
  switch (state) {
    case "undecided":
      return { what: "答卷太少：提出应付比例，由另一人确认", who: officers };
    case "proposed":
      return { what: `确认提出的应付比例 ${millionths(proposed_ppm ?? 0)}`, who: <>{officers}（提出人除外）</>, aside: ["share"] };
    case "due":
      return { what: returned_because ? `付款单已退回：${returned_because}。核对后重新制单` : "制单", who: officers };
    case "requested":
      return { what: "核对付款单后付款，或退回", who: <>{officers}（制单人除外）</> };
    default:
      return undefined;
  }
}
