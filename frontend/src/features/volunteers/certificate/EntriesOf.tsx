/** The hours that a certificate would stand on, before it is issued: how much, in which period, of which activities. */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import { duration } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { Hours } from "@/ui/Hours";
import { Span } from "../Span";
import { entriesOf, type Entries, type EntriesAsked } from "./queries";

type Entry = Entries["items"][number];

const ROWS = 10;

export function EntriesOf({ asked }: { asked: EntriesAsked }) {
  return (
    <Answered query={useQuery(entriesOf(asked))}>
      {({ minutes, items }) => (
        <>
          <p className="figures">{asked.from_on} 至 {asked.to_on}：{items.length} 次，共 {duration(minutes)}</p>
          <Table<Entry>
            rowKey="id"
            size="small"
            dataSource={items}
            pagination={{ pageSize: ROWS, hideOnSinglePage: true }}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: "此期间没有可以证明的已确认时长" }}
            columns={[
              { title: "活动", render: (_title: unknown, { id, title }) => <Link to={`/volunteers/hours/${id}`}>{title}</Link> },
              { title: "服务时间", render: (_when: unknown, entry) => <Span of={entry} /> },
              { title: "时长", align: "right", render: (_minutes: unknown, entry) => <Hours minutes={entry.minutes} /> },
            ]}
          />
        </>
      )}
    </Answered>
  );
}
