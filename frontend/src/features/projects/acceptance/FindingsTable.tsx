/** 整改事项: what was to be put right, until when, and what the provider answered. */
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import type { Finding } from "./queries";
import { findingStates } from "./states";

export function FindingsTable({ findings }: { findings: Finding[] }) {
  return (
    <WideTable<Finding>
      label="整改事项"
      dataSource={findings}
      locale={{ emptyText: "没有要求整改" }}
      columns={[
        { title: "整改事项", render: (_text: unknown, { text }) => text },
        { title: "状态", render: (_state: unknown, { state }) => <StateTag states={findingStates} state={state} /> },
        { title: "期限", render: (_due: unknown, { due_on }) => <span className="figures">{due_on}</span> },
        { title: "答复", render: (_reply: unknown, { reply }) => reply ?? "—" },
      ]}
    />
  );
}
