/** The states of a need as the resident who raised it reads them. */
import { useLanguage } from "@/ui/language";
import type { States } from "@/ui/StateTag";
import type { Need } from "./queries";

const zh: States<Need["state"]> = {
  raised: { label: "待受理", tone: "attention" },
  pooled: { label: "已入池", tone: "active" },
  planned: { label: "已立项", tone: "active" },
  met: { label: "已办结", tone: "good" },
  declined: { label: "不予受理", tone: "neutral" },
  merged: { label: "已并入", tone: "active" },
};

const en: States<Need["state"]> = {
  raised: { label: "To be taken up", tone: "attention" },
  pooled: { label: "Taken up", tone: "active" },
  planned: { label: "In a project", tone: "active" },
  met: { label: "Met", tone: "good" },
  declined: { label: "Declined", tone: "neutral" },
  merged: { label: "Merged", tone: "active" },
};

export const useNeedStates = () => (useLanguage().language === "en" ? en : zh);
