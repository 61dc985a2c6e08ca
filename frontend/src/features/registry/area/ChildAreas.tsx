/** What lies directly below an area. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { WideTable } from "@/ui/WideTable";
import { areaList, type AreaItem } from "./queries";
import { organKinds } from "./states";

const nameOf = (_name: unknown, { id, name }: AreaItem) => <Link to={`/registry/areas/${id}`}>{name ?? "名称待导入"}</Link>;

export function ChildAreas({ of }: { of: string }) {
  return (
    <Answered query={useQuery({ queryKey: [...areaList.key, { parent_id: of }], queryFn: () => areaList.page({ parent_id: of }) })}>
      {({ items }) => (
        <WideTable<AreaItem>
          dataSource={items}
          label="下辖片区"
          locale={{ emptyText: "没有下辖的村（社区）" }}
          columns={[
            { title: "名称", render: nameOf },
            { title: "代码", dataIndex: "code", className: "figures" },
            { title: "组织形态", render: (_kind: unknown, { organ_kind }) => organKinds[organ_kind] },
          ]}
        />
      )}
    </Answered>
  );
}
