/** Shares in integer parts per million, as they are read and as they are reckoned with. */
import { percent, yuan } from "@/ui/amounts";

const WHOLE = 1_000_000;

/** 907504 → `90.75 %`, 1000000 → `100 %` */
export const millionths = (ppm: number) => percent(ppm / WHOLE, ppm % 10_000 === 0 ? 0 : 2);

/** What is shown in two decimals says where it is not the whole share. */
const about = (ppm: number) => `${ppm % 100 === 0 ? "" : "约 "}${millionths(ppm)}`;

/** `12,000.00 元 × 约 90.75 % = 10,890.04 元`: rounded down to the fen by the service. */
export const formula = (stageFen: number, ppm: number, amountFen: number) => `${yuan(stageFen)} 元 × ${about(ppm)} = ${yuan(amountFen)} 元`;
