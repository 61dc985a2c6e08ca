/** 设施覆盖 of an area: how many of its communities have an open facility, and which have none. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { count, percent } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { WideTable } from "@/ui/WideTable";
import { coverage, type Coverage } from "./queries";

type Uncovered = Coverage["uncovered"][number];

function covered({ communities, covered: done }: Coverage) {
  if (communities === 0) return "没有村（社区）";
  return `${count(done)} / ${count(communities)} 个村（社区）有开放的设施（${percent(done / communities)}），缺 ${count(communities - done)} 个`;
}

export function CoverageOf({ of }: { of: string }) {
  return (
    <Answered query={useQuery(coverage(of))}>
      {(told) => (
        <>
          <p className="figures">{covered(told)} · <Link to={`/registry/facilities?area_id=${of}&state=open`}>查看设施</Link></p>
          <WideTable<Uncovered>
            label="没有设施的村（社区）"
            rowKey="area_id"
            dataSource={told.uncovered}
            locale={{ emptyText: "每个村（社区）都有开放的设施" }}
            columns={[
              { title: "没有设施的村（社区）", render: (_name: unknown, { area_id, name }) => <Link to={`/registry/areas/${area_id}`}>{name ?? "名称待导入"}</Link> },
              { title: "代码", dataIndex: "code", className: "figures" },
            ]}
          />
        </>
      )}
    </Answered>
  );
}
