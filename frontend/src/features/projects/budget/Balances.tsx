/** The six balances of a budget, from what is still free to what is paid: read in 万元, exact in 元 below. */
import { percent, tenThousandYuan, yuan } from "@/ui/amounts";
import { Figure } from "@/ui/Figure";
import styles from "./Balances.module.css";
import type { OpenBudget } from "./queries";
import { accounts, carried } from "./states";

const exactly = (fen: number, granted: number) => `${yuan(fen)} 元${granted > 0 ? ` · 占批复 ${percent(fen / granted)}` : ""}`;

export function Balances({ of }: { of: OpenBudget }) {
  return (
    <div className={styles.six}>
      {carried.map((account) => {
        const fen = of[`${account}_fen`];
        return <Figure key={account} name={accounts[account]} value={`${tenThousandYuan(fen)} 万元`} denominator={exactly(fen, of.granted_fen)} />;
      })}
    </div>
  );
}
