/** 登记材料: what the law names, and what was given for each; the files open to those who apply and decide. */
import { FileLinks } from "@/ui/FileLinks";
import { OnlyFor } from "@/ui/OnlyFor";
import { WideTable } from "@/ui/WideTable";
import { drafters } from "../roles";
import type { Document } from "./queries";

function Files({ of: { attachment_ids = [] } }: { of: Document }) {
  if (attachment_ids.length === 0) return <>—</>;
  return (
    <>
      <span className="figures">{attachment_ids.length} 份</span>
      <OnlyFor roles={drafters}><FileLinks service="registry" ids={attachment_ids} /></OnlyFor>
    </>
  );
}

export function DocumentsTable({ documents }: { documents: Document[] }) {
  return (
    <WideTable<Document>
      label="登记材料"
      rowKey="name"
      dataSource={documents}
      locale={{ emptyText: "没有登记材料" }}
      columns={[
        { title: "材料", render: (_name: unknown, { name }) => name },
        { title: "文件", render: (_files: unknown, one) => <Files of={one} /> },
        { title: "说明", render: (_note: unknown, { note }) => <span style={{ whiteSpace: "pre-line" }}>{note || "—"}</span> },
      ]}
    />
  );
}
