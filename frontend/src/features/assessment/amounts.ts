/** Figures of the service in the units it names, as an officer reads them. */
import { count, percent } from "@/ui/amounts";

const TEN_THOUSAND = 10_000;

/** What follows a number; a share carries its own sign. */
const WORDS: Record<string, string> = {
  organisations_per_community: "个",
  organisations: "个",
  hours: "小时",
  hours_per_volunteer: "小时/人",
  per_10k: "个/万人",
  needs: "件",
  projects: "个",
  activities: "场",
  signups: "人次",
  surveys: "次",
  contracts: "份",
  acceptances: "次",
  payments: "笔",
};

const DECIMAL = new Set(["hours", "hours_per_volunteer", "organisations_per_community", "per_10k"]);

const oneDecimal = (value: number) => value.toLocaleString("en-US", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** The number alone, for pictures whose title names the unit. */
export function numberIn(unit: string, value: number): string {
  if (unit === "ratio") return percent(value);
  return DECIMAL.has(unit) ? oneDecimal(value) : count(value);
}

export const wordOf = (unit: string) => WORDS[unit] ?? "";

/** `11.2 %`, `7.0 个`, `1,234.5 小时` */
export const amount = (unit: string, value: number) => [numberIn(unit, value), wordOf(unit)].filter(Boolean).join(" ");

/** A target is set in round numbers and said so: `13 %`, not `13.0 %`. */
export const aim = (unit: string, value: number) =>
  unit === "ratio" && Number.isInteger(Math.round(value * 10_000) / 100) ? percent(value, 0) : amount(unit, value);

/** `18.8 万`, `592` */
export const inTenThousands = (value: number) => (value < TEN_THOUSAND ? count(value) : `${oneDecimal(value / TEN_THOUSAND)} 万`);

/** `581 个村（社区）`, `136.1 万人` */
export const counted = (value: number, word: string) => (value < TEN_THOUSAND ? `${count(value)} ${word}` : inTenThousands(value) + word);

/** Between two shares lie percentage points. */
export const difference = (unit: string, value: number) =>
  unit === "ratio" ? `${oneDecimal(value * 100)} 个百分点` : amount(unit, value);
