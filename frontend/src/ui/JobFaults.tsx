/** What is wrong with the rows of a list, by row and column: a small list is put right without opening the workbook. */
import { useQuery } from "@tanstack/react-query";
import { follow } from "@/api/client";
import { Answered } from "./Answered";
import { WideTable } from "./WideTable";

interface Fault {
  row: number;
  /** The heading; none where the row as a whole is wrong. */
  column: string | null;
  fault: string;
}

/** As many as the service gives. */
const SHOWN = 200;

const columns = [
  { title: "行", dataIndex: "row", align: "right" as const, width: 80 },
  { title: "列", dataIndex: "column", width: 160, render: (column: string | null) => column ?? "整行" },
  { title: "原因", dataIndex: "fault" },
];

export function JobFaults({ href }: { href: string }) {
  const query = useQuery({ queryKey: ["faults", href], queryFn: ({ signal }) => follow<{ items: Fault[] }>(href, { signal }) });
  return (
    <Answered query={query} rows={3}>
      {({ items }) => (
        <>
          <WideTable label="名单中的错误" size="small" rowKey={({ row, column }) => `${row} ${column}`} columns={columns} dataSource={items} pagination={{ pageSize: 10, hideOnSinglePage: true, showSizeChanger: false }} />
          {items.length === SHOWN && <p className="muted">只列前 {SHOWN} 处，全部错误见核对结果工作簿。</p>}
        </>
      )}
    </Answered>
  );
}
