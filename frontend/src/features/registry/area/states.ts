/** Levels, organ kinds and states of areas, in the words of the statistical list. */
import type { States } from "@/ui/StateTag";
import type { Level, OrganKind } from "./queries";

export const areaStates: States<string> = {
  current: { label: "现行", tone: "good" },
  ended: { label: "已撤并", tone: "neutral" },
};

export const levels: Record<Level, string> = { city: "市", township: "镇街（园区）", community: "村（社区）" };

export const organKinds: Record<OrganKind, string> = {
  prefecture_city: "地级市",
  subdistrict: "街道",
  town: "镇",
  functional_zone: "功能区（园区）",
  RC: "居民委员会",
  VC: "村民委员会",
  quasi_RC: "类似居委会",
  quasi_VC: "类似村委会",
};

/** Kinds of counts; the source may name others than the resident population. */
export const populationKinds: Record<string, string> = { resident: "常住人口", registered: "户籍人口" };
