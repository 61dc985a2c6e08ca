/** The states of an entry of hours as the volunteer reads them. */
import { useLanguage } from "@/ui/language";
import type { States } from "@/ui/StateTag";
import type { Hours } from "./queries";

const zh: States<Hours["state"]> = {
  proposed: { label: "待确认", tone: "attention" },
  disputed: { label: "本人有异议", tone: "attention" },
  confirmed: { label: "已确认", tone: "good" },
  returned: { label: "已退回", tone: "alarm" },
  countered: { label: "已冲正", tone: "neutral" },
};

const en: States<Hours["state"]> = {
  proposed: { label: "To be confirmed", tone: "attention" },
  disputed: { label: "Disputed", tone: "attention" },
  confirmed: { label: "Confirmed", tone: "good" },
  returned: { label: "Returned", tone: "alarm" },
  countered: { label: "Countered", tone: "neutral" },
};

export const useHoursStates = () => (useLanguage().language === "en" ? en : zh);
