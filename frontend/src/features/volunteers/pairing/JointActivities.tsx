/** The activities that the paired social worker led with members of the team in them. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import { Answered } from "@/ui/Answered";
import { WideTable } from "@/ui/WideTable";
import { Span } from "../Span";
import { jointActivities, type JointActivity } from "./queries";

export function JointActivities({ of }: { of: string }) {
  return (
    <Answered query={useQuery(jointActivities(of))}>
      {({ items }) => (
        <WideTable<JointActivity>
          label="双工活动"
          rowKey="activity_id"
          dataSource={items}
          locale={{ emptyText: "还没有双工活动：社工负责、队员报名的活动会列在这里" }}
          columns={[
            { title: "活动", render: (_title: unknown, { title, links }) => <Link to={pageOf(links.activity ?? "")}>{title}</Link> },
            { title: "时间", render: (_when: unknown, one) => <Span of={one} /> },
          ]}
        />
      )}
    </Answered>
  );
}
