/** The stages of a contract: what each is worth, when it is due, what has to be shown for it, and how far it is. */
import { yuan } from "@/ui/amounts";
import { Money } from "@/ui/Money";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import type { Stage, StageIn } from "./queries";
import { stageStates } from "./states";

/** Stages that are only proposed have no state yet. */
type Shown = StageIn & Partial<Pick<Stage, "state">>;

export function StagesTable({ stages }: { stages: Shown[] }) {
  const total = stages.reduce((sum, { amount_fen }) => sum + amount_fen, 0);
  const isReal = stages.some(({ state }) => state);
  return (
    <WideTable<Shown>
      label="合同阶段"
      rowKey="no"
      dataSource={stages}
      footer={() => <span className="figures">{stages.length} 个阶段，合计 {yuan(total)} 元</span>}
      columns={[
        { title: "阶段", render: (_name: unknown, { no, name }) => `${no}. ${name}` },
        ...(isReal ? [{ title: "状态", render: (_state: unknown, { state }: Shown) => state && <StateTag states={stageStates} state={state} /> }] : []),
        { title: "金额", align: "right", render: (_amount: unknown, { amount_fen }) => <Money fen={amount_fen} /> },
        { title: "完成期限", render: (_due: unknown, { due_on }) => <span className="figures">{due_on}</span> },
        { title: "验收材料", render: (_evidence: unknown, { evidence }) => evidence.join("、") },
      ]}
    />
  );
}
