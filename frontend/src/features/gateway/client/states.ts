/** States of another system's access. */
import type { States } from "@/ui/StateTag";
import type { Client } from "./queries";

export const clientStates: States<Client["state"]> = {
  active: { label: "启用", tone: "good" },
  disabled: { label: "已停用", tone: "alarm" },
};
