/** What waits at a contract, for whom, until when. */
import { TownName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import type { Acceptance } from "../acceptance/queries";
import type { Contract } from "./queries";

function inForce({ stages, provider_name, ends_on }: Contract, officers: Waiting["who"]): Waiting {
  const stage = stages.find(({ state }) => state !== "passed");
  switch (stage?.state) {
    case "pending":
      return { what: `完成“${stage.name}”，备齐材料后申请验收`, who: provider_name, until: stage.due_on };
    case "correction":
      return { what: `按要求整改“${stage.name}”`, who: provider_name };
    case "requested":
      return { what: `验收“${stage.name}”`, who: officers };
    default:
      return { what: "各阶段均已验收，付清尾款后履行完毕", who: officers, until: ends_on };
  }
}

/** The acceptance that is under way is where it goes on. */
function toAcceptance({ id, stages }: Contract, acceptances: Acceptance[]): Waiting["ways"] {
  const stage = stages.find(({ state }) => state === "requested" || state === "correction");
  const found = acceptances.find(({ contract_id, stage_no }) => contract_id === id && stage_no === stage?.no);
  return found && [{ label: stage?.state === "correction" ? "去整改" : "去验收", to: `/projects/acceptances/${found.id}`, isMain: true }];
}

export function nextOfContract(contract: Contract, acceptances: Acceptance[] = []): Waiting | undefined {
  const officers = <><TownName of={contract.area_id} />或市级采购经办</>;
  switch (contract.state) {
    case "draft":
      return { what: "核对条款后由购买方签署", who: officers, until: contract.sign_by };
    case "offered":
      return { what: "承接方负责人签署", who: contract.provider_name, until: contract.sign_by };
    case "signed":
      return { ...inForce(contract, officers), ways: toAcceptance(contract, acceptances), aside: ["changes"] };
    default:
      return undefined;
  }
}
