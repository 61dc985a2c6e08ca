/** States of an opportunity. */
import type { States } from "@/ui/StateTag";
import type { Opportunity } from "./queries";

export const opportunityStates: States<Opportunity["state"]> = {
  open: { label: "报名中", tone: "active" },
  held: { label: "已举办", tone: "good" },
  cancelled: { label: "已取消", tone: "neutral" },
};
