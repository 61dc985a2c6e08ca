/** The latest trainings of a course, or of a volunteer. */
import { useQuery } from "@tanstack/react-query";
import { Table } from "antd";
import { Link } from "react-router";
import { Answered } from "@/ui/Answered";
import { StateTag } from "@/ui/StateTag";
import { VolunteerName } from "../PersonName";
import { latestTrainings, type Training } from "./queries";
import { expiryOf, trainingStates } from "./states";

interface Props {
  query: { course_id: string } | { volunteer_id: string };
  /** What a line is known by. */
  by: "volunteer" | "course";
}

export function TrainingsOf({ query, by }: Props) {
  const known = (one: Training) => (by === "volunteer" ? <VolunteerName id={one.volunteer_id} /> : one.course_name);
  return (
    <Answered query={useQuery(latestTrainings(query))}>
      {({ items, next }) => (
        <>
          <Table<Training>
            rowKey="id"
            size="small"
            dataSource={items}
            pagination={false}
            scroll={{ x: "max-content" }}
            locale={{ emptyText: "没有您看得到的培训记录" }}
            columns={[
              { title: by === "volunteer" ? "志愿者" : "课程", render: (_known: unknown, one) => <Link to={`/volunteers/trainings/${one.id}`}>{known(one)}</Link> },
              { title: "完成日期", dataIndex: "completed_on", className: "figures" },
              { title: "状态", render: (_state: unknown, { state }) => <StateTag states={trainingStates} state={state} /> },
              { title: "有效期", render: (_until: unknown, one) => expiryOf(one) },
            ]}
          />
          {next && <Link to={`/volunteers/trainings?${new URLSearchParams(query).toString()}`}>全部培训记录</Link>}
        </>
      )}
    </Answered>
  );
}
