/** Where a scheme stands, and how its items are scored. */
import type { States } from "@/ui/StateTag";
import type { Scheme, Scoring } from "./queries";

export const schemeStates: States<Scheme["state"]> = {
  draft: { label: "草案", tone: "active" },
  in_force: { label: "已生效", tone: "good" },
  assessing: { label: "考核中", tone: "attention" },
  assessed: { label: "考核已结束", tone: "good" },
};

export const scoringKinds: Record<Scoring["kind"], string> = {
  linear: "按比例",
  threshold: "全有全无",
  penalty: "分档扣分",
};
