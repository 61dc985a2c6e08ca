/** Shares in integer parts per million, as they are read and as they are reckoned with. */
import { percent, yuan } from "@/ui/amounts";

const WHOLE = 1_000_000;

/** 907504 → `90.7504 %`, 1000000 → `100 %` */
export const millionths = (ppm: number) => percent(ppm / WHOLE, ppm % 10_000 === 0 ? 0 : 4);

/** `12,000.00 元 × 90.7504 % = 10,890.04 元`: rounded down to the fen by the service. */
export const formula = (stageFen: number, ppm: number, amountFen: number) => `${yuan(stageFen)} 元 × ${millionths(ppm)} = ${yuan(amountFen)} 元`;
