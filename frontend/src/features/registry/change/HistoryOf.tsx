/** 沿革: what an organisation was from which day until which, and by which document that ended. */
import { useQuery } from "@tanstack/react-query";
import { Answered } from "@/ui/Answered";
import { lastDay } from "@/ui/periods";
import { WideTable } from "@/ui/WideTable";
import { history, type Span } from "./queries";

const key = ({ valid_from, valid_to }: Span) => `${valid_from} ${valid_to}`;

export const paths: Record<Span["path"], string> = { filed: "备案", registered: "登记" };

export function HistoryOf({ organisationId }: { organisationId: string }) {
  return (
    <Answered query={useQuery(history(organisationId))}>
      {({ items }) => (
        <WideTable<Span>
          label="沿革"
          rowKey={key}
          dataSource={[...items].reverse()}
          columns={[
            { title: "自", render: (_from: unknown, { valid_from }) => valid_from ?? "—", className: "figures" },
            { title: "至", render: (_to: unknown, { valid_to, valid_from }) => lastDay(valid_to) ?? (valid_from ? "现行" : "—"), className: "figures" },
            { title: "方式", render: (_path: unknown, { path }) => paths[path] },
            { title: "名称", dataIndex: "name" },
            { title: "住所（活动场所）", dataIndex: "venue" },
            { title: "业务范围", render: (_scope: unknown, { business_scope }) => business_scope ?? "—" },
            { title: "法定代表人", render: (_who: unknown, { representative }) => representative ?? "—" },
            { title: "证书编号", render: (_number: unknown, { certificate_number }) => certificate_number ?? "—", className: "figures" },
            { title: "变更文号", render: (_by: unknown, { ended_by }) => ended_by ?? "—" },
          ]}
        />
      )}
    </Answered>
  );
}
