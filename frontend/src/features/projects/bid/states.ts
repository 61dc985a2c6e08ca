/** States of a bid, and its points as they are read. */
import type { States } from "@/ui/StateTag";
import type { Bid } from "./queries";

export const bidStates: States<Bid["state"]> = {
  sealed: { label: "已密封", tone: "active" },
  withdrawn: { label: "已撤回", tone: "neutral" },
  opened: { label: "已开标", tone: "good" },
  excluded: { label: "投标无效", tone: "alarm" },
};

const HUNDREDTHS = 100;

/** Points are kept in hundredths. */
export const points = (hundredths: number | null) => (hundredths === null ? "—" : (hundredths / HUNDREDTHS).toFixed(2));

export const pointsOf = ({ price_points, quality_points }: Bid) => points(price_points === null || quality_points === null ? null : price_points + quality_points);
