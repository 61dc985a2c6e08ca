/** Every word the projects service can send has a label on the screens. */
import { expect, it } from "vitest";
import document from "../../../../services/projects/openapi.json";
import { acceptanceStates, findingStates } from "./acceptance/states";
import { activityStates } from "./activity/states";
import { bidStates } from "./bid/states";
import { accounts, budgetLevels } from "./budget/states";
import { changeStates, contractStates, sides, stageStates } from "./contract/states";
import { channels } from "./need/messages";
import { deliberationStates, forms, itemStates, outcomes } from "./deliberation/states";
import { needStates } from "./need/states";
import { noticeKinds, noticeStates, standings } from "@/ui/notice/states";
import { means } from "./participation/means";
import { paymentStates } from "./payment/states";
import { projectStates } from "./project/states";
import { criterionKinds, methods, purchaseStates } from "./purchase/states";

const maps: [keyof typeof document.components.schemas, object][] = [
  ["projects__need__model__State", needStates],
  ["projects__deliberation__model__State", deliberationStates],
  ["projects__project__model__State", projectStates],
  ["projects__activity__model__State", activityStates],
  ["projects__purchase__model__State", purchaseStates],
  ["projects__bid__model__State", bidStates],
  ["projects__contract__model__State", contractStates],
  ["projects__acceptance__model__State", acceptanceStates],
  ["projects__payment__model__State", paymentStates],
  ["procedures__notice__model__State", noticeStates],
  ["Account", accounts],
  ["ChangeState", changeStates],
  ["CriterionKind", criterionKinds],
  ["Form", forms],
  ["Outcome", outcomes],
  ["Status", itemStates],
  ["FindingState", findingStates],
  ["Kind", noticeKinds],
  ["Level", budgetLevels],
  ["Method", methods],
  ["Side", sides],
  ["StageState", stageStates],
  ["Standing", standings],
  ["Channel", channels],
  ["Means", means],
];

it.each(maps)("labels %s completely", (name, labels) => {
  const schema = document.components.schemas[name] as { enum?: string[] };
  expect(Object.keys(labels).sort()).toEqual([...(schema.enum ?? [])].sort());
});
