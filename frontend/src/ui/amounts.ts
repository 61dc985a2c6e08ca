/** Figures as an officer reads them: thousands separators, fixed decimals, units of the field. */

const grouped = (value: number, decimals: number) =>
  value.toLocaleString("en-US", { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

export const count = (value: number) => grouped(value, 0);

/** 0.112 → `11.2 %` */
export const percent = (share: number, decimals = 1) => `${grouped(share * 100, decimals)} %`;

/** Fen to `1,234.50` (元). */
export const yuan = (fen: number) => grouped(fen / 100, 2);

/** Fen to `12.35` (万元), for overviews. */
export const tenThousandYuan = (fen: number) => grouped(fen / 1_000_000, 2);

const KILO = 1024;

/** A file's size: `812 KB`, `2.4 MB`. */
export const bytes = (size: number) => (size < KILO * KILO ? `${grouped(Math.ceil(size / KILO), 0)} KB` : `${grouped(size / KILO / KILO, 1)} MB`);

const MINUTES = 60;

/** Minutes told exactly, so that entries add up to their total: `2 小时 15 分钟`; a counter-entry is below nought. */
export function duration(minutes: number, { hour, minute } = { hour: "小时", minute: "分钟" }): string {
  const all = Math.abs(minutes);
  const [whole, rest] = [Math.floor(all / MINUTES), all % MINUTES];
  const parts = [whole > 0 && `${count(whole)} ${hour}`, (rest > 0 || whole === 0) && `${rest} ${minute}`];
  return `${minutes < 0 ? "-" : ""}${parts.filter(Boolean).join(" ")}`;
}
