/** An amount in integer fen, shown in 元 (or 万元 on overviews). */
import { tenThousandYuan, yuan } from "./amounts";

export function Money({ fen, unit = "yuan" }: { fen: number | null | undefined; unit?: "yuan" | "tenThousand" }) {
  if (fen === null || fen === undefined) return <span>—</span>;
  return <span className="figures">{unit === "yuan" ? `${yuan(fen)} 元` : `${tenThousandYuan(fen)} 万元`}</span>;
}
