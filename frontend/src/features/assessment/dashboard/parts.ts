/** What has to be said of the parts of an area beside their picture: how many are known, and against which targets they stand. */
import { aim } from "../amounts";
import type { Tile, Tiles } from "./queries";

const partsOf = (level: string) => (level === "city" ? "镇街（园区）" : "村（社区）");

/** `36 个镇街（园区）中 1 个有数据`: a figure that rests on few of its parts says so. */
export function fewOf({ items }: Tiles, level: string): string | undefined {
  const applying = items.filter(({ state }) => state !== "na");
  const known = applying.filter(({ value }) => value !== null);
  if (known.length === applying.length) return undefined;
  return `${applying.length} 个${applying.length < items.length ? "适用的" : ""}${partsOf(level)}中 ${known.length} 个有数据。`;
}

const inWords = (tiles: Tile[], unit: string) => {
  const values = tiles.flatMap(({ target }) => target ?? []);
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) => aim(unit, value));
  const marked = tiles.every(({ target_assumption }) => target_assumption) ? "（假设）" : "";
  return `${least === most ? least : `${least} 至 ${most}`}${marked}`;
};

/** Why a part may be green where the whole is red: it stands against a target of its own, told with the text that sets it. */
export function ownTargetsOf({ items, target, unit }: Tiles, level: string): string | undefined {
  const aimed = items.filter((tile) => tile.target !== null);
  if (target.value === null || aimed.every((tile) => tile.target === target.value)) return undefined;
  const sources = [...new Set(aimed.flatMap(({ target_source }) => target_source ?? []))];
  const by = sources.length === 1 && sources[0] !== target.source ? `（${sources[0]}）` : "";
  const whole = aim(unit, target.value) + (target.assumption ? "（假设）" : "");
  return `各${partsOf(level)}按各自目标 ${inWords(aimed, unit)}${by}着色；${level === "city" ? "全市" : "本镇街"}目标 ${whole}。`;
}
