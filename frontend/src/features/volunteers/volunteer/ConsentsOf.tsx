/** The consents that guardians have given for a volunteer; one is withdrawn here for a guardian who asks the office. */
import { useQuery } from "@tanstack/react-query";
import { ActionButtons } from "@/ui/ActionButtons";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { Moment } from "@/ui/Moment";
import { WideTable } from "@/ui/WideTable";
import { ActivityTitle } from "../ActivityTitle";
import { TeamName } from "../team/TeamName";
import { relations } from "./messages";
import { consentsOf, type Consent } from "./queries";

const consequences = { withdrawal: "需要此同意的报名会取消，也会离开需要此同意的志愿服务队；正在活动现场的，由负责人当面交接。" };

function Purpose({ of: { activity_id, team_id } }: { of: Consent }) {
  if (activity_id) return <>参加一次活动：<ActivityTitle id={activity_id} /></>;
  if (team_id) return <>加入志愿服务队：<TeamName id={team_id} /></>;
  return "注册";
}

interface Props {
  id: string;
  /** Of the volunteer: a consent has none of its own. */
  version: number;
}

export function ConsentsOf({ id, version }: Props) {
  return (
    <Answered query={useQuery(consentsOf(id))}>
      {({ items }) =>
        items.length === 0
          ? <EmptyState title="没有监护人同意" advice="成年志愿者不需要监护人同意。" />
          : (
            <WideTable<Consent>
              label="监护人同意"
              dataSource={items}
              columns={[
                { title: "同意事项", render: (_purpose: unknown, one) => <Purpose of={one} /> },
                { title: "监护人", dataIndex: "name" },
                { title: "与本人的关系", render: (_relation: unknown, { relation }) => relations[relation] },
                { title: "手机号", dataIndex: "phone", className: "figures" },
                { title: "陪同", render: (_comes: unknown, { accompanies }) => (accompanies ? "全程陪同" : "—") },
                { title: "同意时间", render: (_given: unknown, { consented_at }) => <Moment at={consented_at} /> },
                { title: "撤回时间", render: (_end: unknown, { withdrawn_at }) => <Moment at={withdrawn_at} /> },
                { title: "办理", render: (_acts: unknown, { actions }) => <ActionButtons record={{ actions, version }} consequences={consequences} inRow /> },
              ]}
            />
          )
      }
    </Answered>
  );
}
