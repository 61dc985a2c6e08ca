/** Scoring in words, and as the flat row of a form holds it; values are in millionths of the indicator's unit. */
import { aim, difference } from "../amounts";
import type { Item, Scoring } from "./queries";

const MILLION = 1_000_000;
const WHOLE = 100;

/** `13.57` */
export const points = (hundredths: number) => (hundredths / WHOLE).toFixed(2);

export const valueIn = (unit: string | null | undefined, millionths: number) => aim(unit ?? "", millionths / MILLION);

/** `0 % 起，13 % 满分`, `达到 5 个满分`, `低于 90 % 每 5 % 扣 1.00 分` */
export function scoringInWords(scoring: Scoring | null, unit: string | null | undefined): string {
  if (!scoring) return "镇街自评，市级核定";
  const said = (millionths: number) => valueIn(unit, millionths);
  switch (scoring.kind) {
    case "linear":
      return `${said(scoring.floor)} 及以下不得分，${said(scoring.full)} 得满分`.replace(/及以下/, scoring.floor > scoring.full ? "及以上" : "及以下");
    case "threshold":
      return `${scoring.at_most ? "不超过" : "达到"} ${said(scoring.mark)} 得满分，否则不得分`;
    case "penalty":
      return `${scoring.at_most ? "高于" : "低于"} ${said(scoring.allowed)} 的，每 ${unit === "ratio" ? difference(unit, scoring.step / MILLION) : said(scoring.step)} 扣 ${points(scoring.deduct_hundredths)} 分，扣完为止`;
  }
}

/** One row of the form: all that any kind of scoring may ask for. */
export interface ItemRow {
  code: string;
  name: string;
  basis: string;
  indicator: string | null;
  weight: number;
  evidence_required: boolean;
  kind: Scoring["kind"];
  at_most: boolean;
  mark: number | null;
  floor: number | null;
  full: number | null;
  allowed: number | null;
  step: number | null;
  deduct_hundredths: number | null;
}

const BLANK = { kind: "linear" as const, at_most: false, mark: null, floor: null, full: null, allowed: null, step: null, deduct_hundredths: null };

export const asRow = ({ scoring, ...item }: Item): ItemRow => ({ ...BLANK, ...item, ...scoring });

function scoringOf({ kind, at_most, mark, floor, full, allowed, step, deduct_hundredths }: ItemRow): Scoring {
  switch (kind) {
    case "linear":
      return { kind, floor: floor ?? 0, full: full ?? 0 };
    case "threshold":
      return { kind, mark: mark ?? 0, at_most };
    case "penalty":
      return { kind, allowed: allowed ?? 0, step: step ?? 1, deduct_hundredths: deduct_hundredths ?? 1, at_most };
  }
}

export const asItem = (row: ItemRow): Item => ({
  code: row.code,
  name: row.name,
  basis: row.basis,
  indicator: row.indicator || null,
  weight: row.weight,
  evidence_required: row.evidence_required,
  scoring: row.indicator ? scoringOf(row) : null,
});

/** A new row has a code of its own, which only the record needs. */
export const newRow = (): ItemRow => ({ ...BLANK, code: `item_${Date.now().toString(36)}`, name: "", basis: "", indicator: null, weight: 5, evidence_required: true });
