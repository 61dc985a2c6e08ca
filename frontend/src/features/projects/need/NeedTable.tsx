/** Needs as lines within another record: those of a project, those merged into one. */
import { Link } from "react-router";
import { ShortAreaName } from "@/ui/AreaName";
import { count } from "@/ui/amounts";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { WideTable } from "@/ui/WideTable";
import { needReaders } from "../roles";
import { useHolds } from "../useHolds";
import { CategoryName } from "./CategoryName";
import type { OpenNeed } from "./queries";
import { needStates } from "./states";

export function NeedTable({ needs, isLoading, empty }: { needs: OpenNeed[]; isLoading: boolean; empty: string }) {
  const opens = useHolds(needReaders) === true;
  return (
    <WideTable<OpenNeed>
      loading={isLoading}
      dataSource={needs}
      label="需求"
      locale={{ emptyText: empty }}
      columns={[
        { title: "需求", render: (_title: unknown, { id, title }) => (opens ? <Link to={`/projects/needs/${id}`}>{title}</Link> : title) },
        { title: "状态", render: (_state: unknown, { state }) => <StateTag states={needStates} state={state} /> },
        { title: "村（社区）", render: (_area: unknown, { area_id }) => <ShortAreaName id={area_id} /> },
        { title: "类别", render: (_category: unknown, { category }) => <CategoryName code={category} /> },
        { title: "涉及人数", render: (_persons: unknown, { persons_affected }) => count(persons_affected), align: "right", className: "figures" },
        { title: "提出日期", render: (_day: unknown, { raised_at }) => dayOf(raised_at), className: "figures" },
      ]}
    />
  );
}
