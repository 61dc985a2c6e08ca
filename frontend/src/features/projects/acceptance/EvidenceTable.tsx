/** 验收材料: what the contract names, what is said of it, and the files that lie with it. */
import { FileLinks } from "@/ui/FileLinks";
import { WideTable } from "@/ui/WideTable";
import type { Evidence } from "./queries";

export function EvidenceTable({ evidence }: { evidence: Evidence[] }) {
  const hasFiles = evidence.some(({ attachment_ids = [] }) => attachment_ids.length > 0);
  return (
    <WideTable<Evidence>
      label="验收材料"
      rowKey="name"
      dataSource={evidence}
      columns={[
        { title: "材料", render: (_name: unknown, { name }) => name },
        { title: "说明", render: (_text: unknown, { text }) => <span style={{ whiteSpace: "pre-line" }}>{text}</span> },
        ...(hasFiles ? [{ title: "附件", render: (_files: unknown, { attachment_ids = [] }: Evidence) => <FileLinks service="projects" ids={attachment_ids} /> }] : []),
      ]}
    />
  );
}
