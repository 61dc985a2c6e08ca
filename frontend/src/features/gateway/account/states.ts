/** States of an account. */
import type { States } from "@/ui/StateTag";
import type { Account } from "./queries";

export const accountStates: States<Account["state"]> = {
  active: { label: "正常", tone: "good" },
  disabled: { label: "已停用", tone: "alarm" },
};
