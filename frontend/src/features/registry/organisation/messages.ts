/** The words of a filing. */
import type { InitiatorIn, Organisation } from "./queries";

export const kinds: Record<Organisation["kind"], string> = {
  social_association: "社会团体类",
  social_service_org: "社会服务机构类",
  foundation: "基金会",
};

export const categories: Record<Organisation["category"], string> = {
  public_service: "公益服务类",
  culture_sports: "文体健身类",
  charity_mutual_aid: "慈善互助类",
  other: "其他",
};

export const initiatorKinds: Record<InitiatorIn["kind"], string> = { natural: "自然人", legal: "法人" };

/** A service body declares its staff where an association declares its members. */
export const membersOf = (kind: Organisation["kind"] | undefined) => (kind === "social_service_org" ? "工作人员数" : "成员数");
