/** The occasions on which a need was heard, the latest first. */
import { count } from "@/ui/amounts";
import { WideTable } from "@/ui/WideTable";
import { Contact } from "./Contact";
import { channels } from "./messages";
import type { Need, Source } from "./queries";

export function SourceTable({ need }: { need: Need }) {
  return (
    <WideTable<Source>
      dataSource={[...need.sources].sort((one, other) => other.heard_on.localeCompare(one.heard_on))}
      label="来源"
      locale={{ emptyText: need.merged_into_id ? "来源已转到它所并入的需求之下" : "没有来源" }}
      columns={[
        { title: "听取日期", dataIndex: "heard_on", className: "figures" },
        { title: "来源渠道", render: (_channel: unknown, { channel }) => channels[channel] },
        { title: "人数", render: (_persons: unknown, { persons }) => count(persons), align: "right", className: "figures" },
        { title: "联系方式", render: (_contact: unknown, source) => <Contact need={need} source={source} /> },
      ]}
    />
  );
}
