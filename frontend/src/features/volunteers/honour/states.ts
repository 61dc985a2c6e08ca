/** States of a star, and how a star is said. */
import type { States } from "@/ui/StateTag";
import type { Honour } from "./queries";

export const honourStates: States<Honour["state"]> = {
  applied: { label: "待审核", tone: "active" },
  publicised: { label: "公示", tone: "active" },
  granted: { label: "已认定", tone: "good" },
  refused: { label: "不予认定", tone: "attention" },
  revoked: { label: "已撤销", tone: "alarm" },
};

const NUMERALS = ["零", "一", "二", "三", "四", "五"];
const LADDER = [1, 2, 3, 4, 5];

export const starsOf = (stars: number) => (stars > 0 ? `${NUMERALS[stars] ?? stars}星级` : "尚无星级");

export const starChoices = LADDER.map((stars) => ({ value: String(stars), label: starsOf(stars) }));
