/** The states of somebody in a team as the volunteer reads them. */
import { useLanguage } from "@/ui/language";
import type { States } from "@/ui/StateTag";
import type { Membership } from "./queries";

const zh: States<Membership["state"]> = {
  asked: { label: "申请中", tone: "attention" },
  invited: { label: "邀请您加入", tone: "active" },
  member: { label: "队员", tone: "good" },
  left: { label: "已离队", tone: "neutral" },
  removed: { label: "已请离", tone: "neutral" },
  declined: { label: "未入队", tone: "neutral" },
};

const en: States<Membership["state"]> = {
  asked: { label: "Asked to join", tone: "attention" },
  invited: { label: "Invites you", tone: "active" },
  member: { label: "Member", tone: "good" },
  left: { label: "Left", tone: "neutral" },
  removed: { label: "Removed", tone: "neutral" },
  declined: { label: "Not joined", tone: "neutral" },
};

export const useMembershipStates = () => (useLanguage().language === "en" ? en : zh);
