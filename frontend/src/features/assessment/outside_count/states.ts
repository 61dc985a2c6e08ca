/** States of an outside count. */
import type { States } from "@/ui/StateTag";
import type { OutsideCount } from "./queries";

export const outsideCountStates: States<OutsideCount["state"]> = {
  entered: { label: "已登记", tone: "good" },
  withdrawn: { label: "已撤回", tone: "neutral" },
};
