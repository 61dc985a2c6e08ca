/** The latest entries of a volunteer or a sign-up. */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { Hours as Duration } from "@/ui/Hours";
import { StateTag } from "@/ui/StateTag";
import { Span } from "../Span";
import { Marks } from "./Marks";
import { latestHours, type Hours } from "./queries";
import { hoursStates } from "./states";

export function HoursOf({ query }: { query: { volunteer_id: string } | { signup_id: string } }) {
  return (
    <Answered query={useQuery(latestHours(query))}>
      {({ items, next }) => (
        <>
          <Table<Hours>
            rowKey="id"
            size="small"
            dataSource={items}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: "还没有时长" }}
            columns={[
              { title: "活动", render: (_title: unknown, { id, title }) => <Link to={`/volunteers/hours/${id}`}>{title}</Link> },
              { title: "服务时间", render: (_when: unknown, entry) => <Span of={entry} /> },
              { title: "时长", align: "right", render: (_minutes: unknown, { minutes }) => <Duration minutes={minutes} /> },
              { title: "标记", render: (_marks: unknown, entry) => <Marks of={entry} /> },
              { title: "状态", render: (_state: unknown, { state }) => <StateTag states={hoursStates} state={state} /> },
            ]}
          />
          {next && <Link to={`/volunteers/hours?${new URLSearchParams(query).toString()}`}>全部时长</Link>}
        </>
      )}
    </Answered>
  );
}
