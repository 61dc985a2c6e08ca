/** The communities of a town against the rule of 5 and 10: who has reached it, and who lacks most. */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import { count } from "@/ui/amounts";
import { Panel } from "@/ui/Panel";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { StateTag } from "@/ui/StateTag";
import { nameOf } from "./areaName";
import { lights } from "./indicators";
import { dashboardPage } from "./places";
import { communities, type Community } from "./queries";

/** Who lacks most comes first; those the rule does not speak of come last. */
const byNeed = (one: Community, other: Community) => (other.gap ?? -1) - (one.gap ?? -1) || one.code.localeCompare(other.code);

const summary = (lines: Community[]) => {
  const subject = lines.filter(({ met }) => met !== null);
  const met = subject.filter((line) => line.met).length;
  const others = lines.length - subject.length;
  return `达标 ${met} / ${subject.length}${others > 0 ? ` · 不适用 ${others}` : ""}`;
};

interface Props {
  of: string;
  active: string | null;
  onActive: (code: string | null) => void;
}

export function Communities({ of, active, onActive }: Props) {
  const { data, error, isPending, refetch } = useQuery(communities(of));
  return (
    <Panel title="社区社会组织达标情况" extra={data && <span className="muted figures">{summary(data)}</span>}>
      {error && <ProblemAlert error={error} onReload={() => void refetch()} />}
      <Table<Community>
        rowKey="id"
        size="small"
        loading={isPending}
        dataSource={data && [...data].sort(byNeed)}
        pagination={false}
        scroll={{ x: "max-content" }}
        locale={{ emptyText: "没有下辖的村（社区）" }}
        onRow={({ code }) => ({
          onMouseEnter: () => onActive(code),
          onMouseLeave: () => onActive(null),
          className: code === active ? "ant-table-row-selected" : undefined,
        })}
        columns={[
          { title: "村（社区）", render: (_name: unknown, line) => <Link to={dashboardPage(line.id)}>{nameOf(line)}</Link> },
          { title: "状态", render: (_state: unknown, { state }) => <StateTag states={lights} state={state} /> },
          { title: "组织数", align: "right", className: "figures", render: (_have: unknown, line) => <Link to={pageOf(line.links.records ?? "")}>{count(line.organisations)}</Link> },
          { title: "至少", align: "right", className: "figures", render: (_asked: unknown, { minimum }) => minimum ?? "—" },
          { title: "还缺", align: "right", className: "figures", render: (_gap: unknown, { gap }) => gap ?? "—" },
        ]}
      />
    </Panel>
  );
}
