/** States of a registration. */
import type { States } from "@/ui/StateTag";
import type { Volunteer } from "./queries";

export const volunteerStates: States<Volunteer["state"]> = {
  registered: { label: "已注册", tone: "good" },
  withdrawn: { label: "已注销", tone: "neutral" },
};
