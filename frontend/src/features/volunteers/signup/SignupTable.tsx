/** Sign-ups inside the page of what they belong to. */
import { Table } from "antd";
import { Link } from "react-router";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import { VolunteerName } from "../PersonName";
import { Span } from "../Span";
import type { Signup } from "./queries";
import { signupStates, waitingNumberOf, waysOf } from "./states";

interface Props {
  rows: Signup[] | undefined;
  empty: string;
  /** What a row is called by: who signed up, or for what. */
  by: "volunteer" | "activity";
  /** In the order of the waiting list. */
  queue?: boolean;
}

const nameOf = (by: Props["by"], { volunteer_id, title }: Signup) => (by === "volunteer" ? <VolunteerName id={volunteer_id} /> : title);

export function SignupTable({ rows, empty, by, queue = false }: Props) {
  return (
    <Table<Signup>
      rowKey="id"
      size="small"
      loading={!rows}
      dataSource={rows}
      pagination={false}
      scroll={{ x: "max-content" }}
      locale={{ emptyText: empty }}
      columns={[
        ...(queue ? [{ title: "次序", render: (_number: unknown, signup: Signup) => waitingNumberOf(signup), className: "figures" }] : []),
        { title: by === "volunteer" ? "志愿者" : "活动", render: (_name: unknown, signup) => <Link to={`/volunteers/signups/${signup.id}`}>{nameOf(by, signup)}</Link> },
        { title: "状态", render: (_state: unknown, { state }) => <StateTag states={signupStates} state={state} /> },
        ...(by === "activity" ? [{ title: "活动时间", render: (_when: unknown, signup: Signup) => <Span of={signup} /> }] : []),
        { title: "说明", render: (_ways: unknown, signup) => waysOf(signup).join(" · ") || "—" },
        { title: "报名时间", render: (_at: unknown, { signed_up_at }) => <Moment at={signed_up_at} /> },
      ]}
    />
  );
}
