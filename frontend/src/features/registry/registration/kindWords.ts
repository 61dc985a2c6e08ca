/** What the members of each kind of body are called. */
import type { Material } from "./queries";

export const membersOf: Record<Material["kind"], string> = {
  social_association: "会员数",
  social_service_org: "从业人员数",
  foundation: "理事数",
};
