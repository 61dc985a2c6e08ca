/** States of a contract, of its stages and of its changes. */
import type { States } from "@/ui/StateTag";
import type { Change, Contract, Stage } from "./queries";

export const contractStates: States<Contract["state"]> = {
  draft: { label: "草案", tone: "neutral" },
  offered: { label: "待承接方签署", tone: "active" },
  voided: { label: "已作废", tone: "neutral" },
  signed: { label: "履行中", tone: "good" },
  completed: { label: "履行完毕", tone: "neutral" },
  terminated: { label: "已终止", tone: "attention" },
};

export const stageStates: States<Stage["state"]> = {
  pending: { label: "未申请验收", tone: "neutral" },
  requested: { label: "待验收", tone: "active" },
  correction: { label: "整改中", tone: "attention" },
  passed: { label: "验收通过", tone: "good" },
};

export const changeStates: States<Change["state"]> = {
  proposed: { label: "待对方同意", tone: "active" },
  agreed: { label: "已变更", tone: "good" },
  refused: { label: "未变更", tone: "neutral" },
};

export const sides: Record<Change["side"], string> = { purchaser: "购买方", provider: "承接方" };
