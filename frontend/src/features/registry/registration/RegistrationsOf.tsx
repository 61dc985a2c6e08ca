/** The applications for registration of one organisation, the latest first. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import { WideTable } from "@/ui/WideTable";
import { registrationsOf, type Registration } from "./queries";
import { registrationStates, wayOf } from "./states";

export function RegistrationsOf({ organisationId }: { organisationId: string }) {
  return (
    <Answered query={useQuery(registrationsOf(organisationId))}>
      {({ items }) => (
        <WideTable<Registration>
          label="登记申请"
          dataSource={items}
          locale={{ emptyText: "没有登记申请" }}
          columns={[
            { title: "申请", render: (_way: unknown, one) => <Link to={`/registry/registrations/${one.id}`}>{wayOf(one)}</Link> },
            { title: "状态", render: (_state: unknown, { state }) => <StateTag states={registrationStates} state={state} /> },
            { title: "申请时间", render: (_at: unknown, { submitted_at }) => <Moment at={submitted_at} /> },
            { title: "办理期限", render: (_due: unknown, { due_on }) => due_on ?? "—", className: "figures" },
            { title: "决定日期", render: (_on: unknown, { decided_on }) => decided_on ?? "—", className: "figures" },
          ]}
        />
      )}
    </Answered>
  );
}
