/** The acceptances of a contract, the latest first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { acceptancesOf, type Acceptance } from "./queries";
import { acceptanceStates } from "./states";

export function AcceptancesOf({ contractId }: { contractId: string }) {
  return (
    <Answered query={useQuery(acceptancesOf(contractId))}>
      {({ items }) => (
        <WideTable<Acceptance>
          label="验收"
          dataSource={items}
          locale={{ emptyText: "还没有申请验收" }}
          columns={[
            { title: "验收", render: (_title: unknown, { id, title }) => <Link to={`/projects/acceptances/${id}`}>{title}</Link> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={acceptanceStates} state={state} /> },
            { title: "申请时间", render: (_at: unknown, { requested_at }) => <Moment at={requested_at} /> },
            { title: "验收期限", render: (_by: unknown, { inspect_by }) => <span className="figures">{inspect_by}</span> },
          ]}
        />
      )}
    </Answered>
  );
}
