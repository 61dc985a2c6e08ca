/** States of an acceptance and of its findings. */
import type { States } from "@/ui/StateTag";
import type { Acceptance, Finding } from "./queries";

export const acceptanceStates: States<Acceptance["state"]> = {
  requested: { label: "待验收", tone: "active" },
  correction: { label: "整改中", tone: "attention" },
  passed: { label: "验收通过", tone: "good" },
};

export const findingStates: States<Finding["state"]> = {
  open: { label: "待整改", tone: "attention" },
  answered: { label: "已答复", tone: "active" },
  closed: { label: "已整改", tone: "good" },
};
