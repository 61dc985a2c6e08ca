/** States of somebody in a team. */
import type { States } from "@/ui/StateTag";
import type { Membership } from "./queries";

export const membershipStates: States<Membership["state"]> = {
  asked: { label: "申请中", tone: "attention" },
  invited: { label: "已邀请", tone: "active" },
  member: { label: "在队", tone: "good" },
  left: { label: "已离队", tone: "neutral" },
  removed: { label: "已请离", tone: "neutral" },
  declined: { label: "未入队", tone: "neutral" },
};
