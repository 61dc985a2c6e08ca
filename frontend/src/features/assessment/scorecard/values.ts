/** A line's value and points as they are read. */
import { amount, divided } from "../amounts";
import { points, valueIn } from "../scheme/scoring";
import type { Card, Line } from "./queries";
import { standings } from "./states";

const MILLION = 1_000_000;
const FULL = 100;

export const pointsOf = (hundredths: number | null) => (hundredths === null ? "—" : points(hundredths));

export const isReweighted = ({ applicable_weight }: Pick<Card, "applicable_weight">) => applicable_weight !== FULL;

export function valueOf({ reading, unit, waived }: Line): string {
  if (waived) return "判为不适用";
  return reading.value_millionths === null ? standings[reading.standing] : amount(unit ?? "", reading.value_millionths / MILLION);
}

export const targetOf = ({ target_millionths, unit }: Line) => (target_millionths === null ? "—" : valueIn(unit, target_millionths));

/** Where a share's value is not what its parts give, what they give, and by which formula the value is made. */
function otherwiseMade({ reading: { numerator, denominator, value_millionths }, unit, formula }: Line): string {
  if (unit !== "ratio" || numerator === null || !denominator || value_millionths === null) return "";
  const share = numerator / denominator.value;
  return Math.abs(share * MILLION - value_millionths) > 1 ? `，占 ${amount(unit, share)}；取值是${formula ?? ""}` : "";
}

/** `13 / 100 常住人口（2020-11-01，七普）` */
export function denominatorOf(line: Line): string | null {
  const { numerator, denominator } = line.reading;
  if (!denominator) return null;
  return `${divided(line.unit ?? "", numerator, denominator)} ${denominator.name}（${[denominator.on, denominator.source].filter(Boolean).join("，")}）${otherwiseMade(line)}`;
}

/** `20`, and what it counts for where others do not apply: `20 → 26.67` */
export function weightOf({ item, effective_hundredths }: Line): string {
  if (effective_hundredths === null) return "不计";
  return effective_hundredths === item.weight * FULL ? String(item.weight) : `${item.weight} → ${points(effective_hundredths)}`;
}

/** What the bureau has to judge: reported by the town, or without data. */
export const needsJudging = ({ applies, points_hundredths }: Line) => applies && points_hundredths === null;

const RECORD = /(registry|projects|volunteers|assessment)\/[a-z-]+\/[0-9a-f-]{36}/;

/** The service's own path of a record from the address of its page, or what was typed where it is none. */
export const recordHref = (typed: string) => {
  const found = RECORD.exec(typed)?.[0];
  return found ? `/api/${found}` : typed;
};
