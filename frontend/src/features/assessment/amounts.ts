/** Figures of the service in the units it names, as an officer reads them. */
import { count, percent, tenThousandYuan } from "@/ui/amounts";

const TEN_THOUSAND = 10_000;

/** What follows a number; a share carries its own sign. */
const WORDS: Record<string, string> = {
  organisations_per_community: "个",
  organisations: "个",
  hours: "小时",
  hours_per_volunteer: "小时/人",
  per_10k: "人/万人",
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

const grouped = (value: number, decimals: number) => value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

const MOST_DECIMALS = 4;

/** One decimal; of what is less than one as many as show two digits that are not leading zeros. */
function decimalsOf(shown: number): number {
  const size = Math.abs(shown);
  return size === 0 || size >= 1 ? 1 : Math.min(MOST_DECIMALS, 1 - Math.floor(Math.log10(size)));
}

/** A share is shown in hundredths. */
const shownIn = (unit: string, value: number) => (unit === "ratio" ? value * 100 : value);

const decimalsIn = (unit: string, value: number) => (unit === "ratio" || DECIMAL.has(unit) ? decimalsOf(shownIn(unit, value)) : 0);

/** What is told of a number, as a number: rounded as it is shown. */
const toldOf = (shown: number, decimals: number) => Number(grouped(shown, decimals).replaceAll(",", ""));

const signed = (unit: string, shown: number, decimals: number) => grouped(shown, decimals) + (unit === "ratio" ? " %" : "");

/** The number alone, for pictures whose title names the unit. */
export const numberIn = (unit: string, value: number) => signed(unit, shownIn(unit, value), decimalsIn(unit, value));

export const wordOf = (unit: string) => WORDS[unit] ?? "";

/** `11.2 %`, `7.0 个`, `1,234.5 小时` */
export const amount = (unit: string, value: number) => [numberIn(unit, value), wordOf(unit)].filter(Boolean).join(" ");

/** `412 / 592`, `1.20 / 3.00 万元`, `8,940 分钟 / 66`: what is divided by what, each in what it is counted in. */
export function divided(unit: string, numerator: number | null, { kind, value }: { kind: string; value: number }): string {
  const said = kind === "fen" ? tenThousandYuan : count;
  const minutes = unit === "hours_per_volunteer" ? " 分钟" : "";
  return (numerator === null ? "" : `${said(numerator)}${minutes} / `) + said(value) + (kind === "fen" ? " 万元" : "");
}

/** A target is set in round numbers and said so: `13 %`, not `13.0 %`. */
export const aim = (unit: string, value: number) =>
  unit === "ratio" && Number.isInteger(Math.round(value * 10_000) / 100) ? percent(value, 0) : amount(unit, value);

/** `18.8 万`, `592` */
export const inTenThousands = (value: number) => (value < TEN_THOUSAND ? count(value) : `${grouped(value / TEN_THOUSAND, 1)} 万`);

/** `581 个村（社区）`, `136.1 万人` */
export const counted = (value: number, word: string) => (value < TEN_THOUSAND ? `${count(value)} ${word}` : inTenThousands(value) + word);

const points = (shown: number, decimals: number) => `${grouped(shown, decimals)} 个百分点`;

/** Between two shares lie percentage points. */
export const difference = (unit: string, value: number) =>
  unit === "ratio" ? points(value * 100, decimalsIn(unit, value)) : amount(unit, value);

/** A value as it is told: what lies between two of them can be checked by whoever reads both. */
export function asTold(unit: string, value: number): number {
  const told = toldOf(shownIn(unit, value), decimalsIn(unit, value));
  return unit === "ratio" ? told / 100 : told;
}

/** Two values told with the same decimals, and the step from what is told of one to what is told of the other. */
export function stepIn(unit: string, from: number, to: number) {
  const decimals = Math.max(decimalsIn(unit, from), decimalsIn(unit, to));
  const [first, last] = [from, to].map((value) => toldOf(shownIn(unit, value), decimals)) as [number, number];
  const worded = (shown: number) => [signed(unit, shown, decimals), wordOf(unit)].filter(Boolean).join(" ");
  const size = Math.abs(last - first);
  return { from: worded(first), to: worded(last), by: unit === "ratio" ? points(size, decimals) : worded(size), isSeen: size > 0 };
}
