/** Who initiated an organisation; names of persons come masked from the registry. */
import { Table } from "antd";
import { initiatorKinds } from "./messages";
import type { Organisation } from "./queries";

type Initiator = Organisation["initiators"][number];

const key = (initiator: Initiator & { place: number }) => initiator.place;

export function Initiators({ initiators }: Pick<Organisation, "initiators">) {
  return (
    <Table<Initiator & { place: number }>
      rowKey={key}
      size="small"
      dataSource={initiators.map((initiator, place) => ({ ...initiator, place }))}
      pagination={false}
      columns={[
        { title: "类型", render: (_kind: unknown, { kind }) => initiatorKinds[kind] },
        { title: "姓名或名称", dataIndex: "name" },
        { title: "统一社会信用代码", render: (_code: unknown, { uscc }) => uscc ?? "—", className: "figures" },
      ]}
      footer={() => <span className="muted">自然人的姓名已隐去一部分，证件号码不显示。</span>}
    />
  );
}
