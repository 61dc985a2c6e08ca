/** What waits at a project, for whom, until when: of what is bought and paid for it first, since nothing goes on before. */
import { AreaName, TownName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { nextOfAcceptance } from "../acceptance/nextOfAcceptance";
import { nextOfContract } from "../contract/nextOfContract";
import { nextOfPayment } from "../payment/nextOfPayment";
import { nextOfPurchase } from "../purchase/nextOfPurchase";
import type { Spending } from "../spending";
import type { Project } from "./queries";

const at = (label: string, to: string, waiting: Waiting | undefined): Waiting | undefined => waiting && { ...waiting, ways: [{ label, to, isMain: true }] };

/** The record furthest along that waits for somebody. */
function waitingBelow({ purchases, contracts, acceptances, payments }: Spending): Waiting | undefined {
  const payment = payments.find(({ state }) => state !== "made");
  if (payment) return at("查看付款", `/projects/payments/${payment.id}`, nextOfPayment(payment));
  const acceptance = acceptances.find(({ state }) => state !== "passed");
  if (acceptance) return at("查看验收", `/projects/acceptances/${acceptance.id}`, nextOfAcceptance(acceptance));
  const contract = contracts.find(({ state }) => state === "draft" || state === "offered");
  if (contract) return at("查看合同", `/projects/contracts/${contract.id}`, nextOfContract(contract));
  const [purchase] = purchases;
  if (!purchase) return undefined;
  const isContracted = contracts.some(({ purchase_id }) => purchase_id === purchase.id);
  const next = purchase.state === "awarded" && !isContracted ? { what: "按成交结果起草合同", who: <TownName of={purchase.area_id} /> } : nextOfPurchase(purchase);
  return at("查看采购", `/projects/purchases/${purchase.id}`, next);
}

/** Lines cannot be added once a project is approved: it is closed, and its needs are planned anew. */
export const WITHOUT_LINES = "项目批准时没有预算明细，不能采购：由社工计划活动；要采购的，由镇街或村（社区）经办结项（需求不勾选为已满足，回到需求池），再从需求起草项目并编好明细";

function running(project: Project): Waiting & { what: string } {
  const { activities_published: published, activities_held: held, ends_on: until } = project;
  if (project.closing_due) return { what: "后续没有未办的采购、合同和活动：核对各需求是否满足，结项", who: <><AreaName id={project.area_id} />或镇街经办</>, until };
  if (published > 0) return { what: `按计划举办已发布的 ${published} 次活动`, who: "活动负责社工", until };
  if (project.buying_due) return { what: "起草采购选定承接组织；不采购的由社工计划活动", who: "镇街采购经办或社工", until };
  if (held > 0) return { what: "计划下一次活动，或结项", who: "社工或承接组织", until };
  if (project.carried_out_by === null && project.budget_fen > project.lines_fen) {
    return { what: WITHOUT_LINES, who: "社工，或镇街、村（社区）经办", until, ways: [{ label: "查看所依据的需求", to: `/projects/projects/${project.id}?tab=needs` }] };
  }
  return { what: "计划并发布活动", who: "社工或承接组织", until };
}

/** The stage that a contract in force has come to. */
function inContract(project: Project, { contracts, acceptances }: Spending): Waiting | undefined {
  const signed = contracts.find(({ state }) => state === "signed");
  const stage = signed?.stages.find(({ state }) => state !== "passed");
  if (!signed || !stage) return undefined;
  const to = `/projects/contracts/${signed.id}`;
  if (project.activities_published === 0) return at("查看合同", to, nextOfContract(signed, acceptances));
  const waiting = running(project);
  return at("查看合同", to, { ...waiting, what: `${waiting.what}（合同第 ${stage.no} 阶段“${stage.name}”，至 ${stage.due_on}）` });
}

/** Closing is offered all the time that nothing holds it up; it is the main act only once it is due. */
function whileRunning(project: Project, spending?: Spending): Waiting {
  const waiting = (spending && (waitingBelow(spending) ?? inContract(project, spending))) ?? running(project);
  return project.closing_due ? waiting : { ...waiting, aside: ["closing"] };
}

export function nextOfProject(project: Project, spending?: Spending): Waiting | undefined {
  const drafter = project.organisation_id ? "起草单位或承接组织" : <><AreaName id={project.area_id} />经办</>;
  switch (project.state) {
    case "draft":
      return { what: project.lines_fen === project.budget_fen ? "核对方案后提交审批" : "编制预算明细（要采购的项目须在批准前编好），再提交审批", who: drafter };
    case "returned":
      return { what: `按退回意见修改后再提交：${project.returned_because ?? ""}`, who: drafter };
    case "submitted":
      return { what: "审批：批准或退回补正", who: <><TownName of={project.area_id} />经办（提交人除外）</> };
    case "approved":
      return whileRunning(project, spending);
    default:
      return undefined;
  }
}
