/** States of a social worker's registration. */
import type { States } from "@/ui/StateTag";
import type { SocialWorker } from "@/ui/workers";

export const socialWorkerStates: States<SocialWorker["state"]> = {
  registered: { label: "登记有效", tone: "good" },
  lapsed: { label: "登记失效", tone: "alarm" },
};
