/** The six balances of a budget, from what is still free to what is paid. */
import { percent, yuan } from "@/ui/amounts";
import { Figure } from "@/ui/Figure";
import { FigureRow } from "@/ui/FigureRow";
import type { OpenBudget } from "./queries";
import { accounts, carried } from "./states";

const shareOf = (fen: number, granted: number) => (granted > 0 ? `占批复 ${percent(fen / granted)}` : undefined);

export function Balances({ of }: { of: OpenBudget }) {
  return (
    <FigureRow>
      {carried.map((account) => {
        const fen = of[`${account}_fen`];
        return <Figure key={account} name={accounts[account]} value={`${yuan(fen)} 元`} denominator={shareOf(fen, of.granted_fen)} />;
      })}
    </FigureRow>
  );
}
