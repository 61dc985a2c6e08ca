/** Levels of budgets, and the accounts in which every fen of one stands. */
import type { States } from "@/ui/StateTag";
import type { Account, Budget } from "./queries";

export const budgetLevels: States<Budget["state"]> = {
  city: { label: "市级", tone: "active" },
  town: { label: "镇街", tone: "neutral" },
};

export const accounts: Record<Account, string> = {
  granted: "批复",
  available: "可用",
  committed: "已安排",
  tendered: "采购中",
  contracted: "已签约",
  payable: "应付",
  paid: "已付",
};

/** Those whose balance a budget carries, in the order in which a fen passes through them. */
export const carried = ["available", "committed", "tendered", "contracted", "payable", "paid"] as const satisfies Account[];
