/** 评审因素: how the hundred points are divided. */
import { WideTable } from "@/ui/WideTable";
import type { Criterion } from "./queries";
import { criterionKinds } from "./states";

export function CriteriaTable({ criteria }: { criteria: Criterion[] }) {
  return (
    <WideTable<Criterion>
      label="评审因素"
      rowKey="code"
      dataSource={criteria}
      columns={[
        { title: "因素", render: (_name: unknown, { name }) => name },
        { title: "类型", render: (_kind: unknown, { kind }) => criterionKinds[kind] },
        { title: "分值", align: "right", render: (_points: unknown, { points }) => <span className="figures">{points}</span> },
      ]}
    />
  );
}
