/** The words of a target. */
import { aim } from "../amounts";
import type { Aim, OrganKind, Target } from "./queries";

export const aims: Record<Aim, string> = {
  org_minimum: "每个村（社区）至少的社区社会组织数",
  org_average: "村（社区）平均社区社会组织数",
  volunteer_ratio: "注册志愿者占常住人口比例",
  satisfaction: "居民满意度（置信下限）",
};

export const organKinds: Record<OrganKind, string> = { RC: "居委会", VC: "村委会" };

const SHARES: Aim[] = ["volunteer_ratio", "satisfaction"];

export const isShare = (aim: Aim | undefined) => aim !== undefined && SHARES.includes(aim);

/** The rule of 5 and 10 asks of villages and of residents' communities differently. */
export const isByOrganKind = (aim: Aim | undefined) => aim === "org_minimum" || aim === "org_average";

export const subjectOf = ({ indicator, organ_kind }: Target) => aims[indicator] + (organ_kind ? ` · ${organKinds[organ_kind]}` : "");

export const valueOf = ({ indicator, value, assumption }: Target) => (isShare(indicator) ? aim("ratio", value) : `${value} 个`) + (assumption ? "（假设）" : "");
