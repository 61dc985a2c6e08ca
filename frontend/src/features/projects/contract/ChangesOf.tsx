/** The changes of a contract: on what ground, to which terms, and whether the other side agreed. */
import { useQuery } from "@tanstack/react-query";
import { ActionButtons } from "@/ui/ActionButtons";
import { yuan } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import styles from "./ChangesOf.module.css";
import { changesOf, grounds, type Change, type Contract, type Ground } from "./queries";
import { StagesTable } from "./StagesTable";
import { changeStates, sides } from "./states";

const groundOf = (known: Ground[], code: string) => {
  const ground = known.find((one) => one.code === code);
  return ground ? `${ground.name}（${ground.article}）` : code;
};

function One({ of, contract, known }: { of: Change; contract: Contract; known: Ground[] }) {
  const by = of.amount_fen - contract.amount_fen;
  const amount = of.state === "proposed" && by !== 0 ? `，较现在${by > 0 ? "增加" : "减少"} ${yuan(Math.abs(by))} 元` : "";
  const says = `同意后合同金额为 ${yuan(of.amount_fen)} 元${amount}，期限至 ${of.ends_on}；同意不能撤回。`;
  return (
    <li className={styles.change}>
      <p><StateTag states={changeStates} state={of.state} /> {sides[of.side]}提出 <Moment at={of.proposed_at} /></p>
      <p>事由：{groundOf(known, of.ground)}。{of.reason}</p>
      <p className="figures">变更后金额 {yuan(of.amount_fen)} 元{amount}，期限至 {of.ends_on}</p>
      {of.decided_because && <p className="muted">未变更：{of.decided_because}</p>}
      {of.actions.length > 0 && <ActionButtons record={of} consequences={{ agreement: says }} inRow />}
      <StagesTable stages={of.stages} />
    </li>
  );
}

export function ChangesOf({ contract }: { contract: Contract }) {
  const known = useQuery({ ...grounds, staleTime: Infinity }).data ?? [];
  return (
    <Answered query={useQuery(changesOf(contract.id))}>
      {(changes) =>
        changes.length === 0
          ? <p className="muted">没有变更。</p>
          : <ul className={styles.changes}>{changes.map((one) => <One key={one.id} of={one} contract={contract} known={known} />)}</ul>
      }
    </Answered>
  );
}
