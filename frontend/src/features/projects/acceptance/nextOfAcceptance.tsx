/** What waits at an acceptance, for whom, until when. */
import { TownName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { nextOfPayment } from "../payment/nextOfPayment";
import type { Payment } from "../payment/queries";
import type { Acceptance } from "./queries";

/** What was passed is paid next. */
function toPayment(due: Payment): Waiting | undefined {
  const waiting = nextOfPayment(due);
  return waiting && { ...waiting, aside: undefined, ways: [{ label: "查看付款", to: `/projects/payments/${due.id}`, isMain: true }] };
}

export function nextOfAcceptance({ state, area_id, survey, inspect_by, findings }: Acceptance, due?: Payment): Waiting | undefined {
  const officers = <><TownName of={area_id} />或市级经办（申请人除外）</>;
  if (state === "requested" && !survey) return { what: "核对材料；满意度调查结束后才能通过验收，有不符的可先要求整改", who: officers, until: inspect_by };
  if (state === "requested") return { what: "核对材料后通过验收，或要求整改", who: officers, until: inspect_by };
  if (state === "passed") return due && toPayment(due);
  const days = findings.filter((finding) => finding.state === "open").map(({ due_on }) => due_on).sort();
  return { what: `逐项整改并答复 ${days.length} 项，重新提交`, who: "承接方", until: days.at(-1) };
}
