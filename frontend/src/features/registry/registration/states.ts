/** States of an application for registration. */
import type { States } from "@/ui/StateTag";
import type { Registration } from "./queries";

export const registrationStates: States<Registration["state"]> = {
  submitted: { label: "待受理", tone: "active" },
  accepted: { label: "已受理，待决定", tone: "active" },
  correction: { label: "退回补正", tone: "attention" },
  granted: { label: "准予登记", tone: "good" },
  refused: { label: "不予登记", tone: "neutral" },
};

export const wayOf = ({ promotes }: Pick<Registration, "promotes">) => (promotes ? "备案转登记" : "新成立");
