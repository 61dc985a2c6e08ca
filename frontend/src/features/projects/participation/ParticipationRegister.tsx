/** 参与登记簿 of an activity: how many residents stand in it, until when it is open, and who they are, masked. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { ActionButtons } from "@/ui/ActionButtons";
import { Answered } from "@/ui/Answered";
import { Facts } from "@/ui/Facts";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { Provenance } from "@/ui/Provenance";
import { isPast, minuteOf } from "@/ui/times";
import { useKeysetList } from "@/ui/useKeysetList";
import { WideTable } from "@/ui/WideTable";
import { consequencesOf } from "../activity/consequences";
import type { Activity } from "../activity/queries";
import { means } from "./means";
import styles from "./ParticipationRegister.module.css";
import { participations, register, type Participation, type Register } from "./queries";
import { RecordingForm } from "./RecordingForm";

const NOTHING = {};

function Participants({ activityId }: { activityId: string }) {
  const { rows, request } = useKeysetList(participations(activityId), NOTHING);
  return (
    <>
      {request.error && <ProblemAlert error={request.error} onReload={() => void request.refetch()} />}
      <WideTable<Participation>
        loading={request.isPending}
        dataSource={rows}
        label="参与居民"
        locale={{ emptyText: "还没有登记参与居民" }}
        columns={[
          { title: "手机号", render: (_phone: unknown, { phone_masked }) => phone_masked ?? "本人登记，未留号码", className: "figures" },
          { title: "登记方式", render: (_means: unknown, participation) => means[participation.means] },
          { title: "登记时间", render: (_at: unknown, { recorded_at }) => minuteOf(recorded_at), className: "figures" },
        ]}
      />
      {request.hasNextPage && <Button loading={request.isFetchingNextPage} onClick={() => void request.fetchNextPage()}>更多</Button>}
    </>
  );
}

const opening = ({ is_open, opens_at, closes_at }: Register) => {
  if (is_open) return `开放中，至 ${minuteOf(closes_at)}`;
  return isPast(closes_at) ? `已于 ${minuteOf(closes_at)} 截止` : `活动开始（${minuteOf(opens_at)}）起开放`;
};

function Known({ activity, of: data }: { activity: Activity; of: Register }) {
  const act = data.actions.find(({ name }) => name === "participations");
  const empty = data.actions.filter(({ name }) => name === "cancellation");
  return (
    <div className={styles.register}>
      <Facts
        facts={[
          { label: "已登记", value: <span className="figures">{data.recorded} 人{data.resident_places > 0 && ` / 名额 ${data.resident_places} 人`}</span> },
          { label: "登记时间", value: <span className="figures">{opening(data)}</span> },
        ]}
      />
      {act && <RecordingForm activityId={activity.id} act={act.label} />}
      {empty.length > 0 && <ActionButtons record={{ actions: empty, version: activity.version }} consequences={consequencesOf(activity)} />}
      <Participants activityId={activity.id} />
      <Provenance source={data.source} note={data.assumption ? "登记时限为假设" : undefined} />
    </div>
  );
}

export function ParticipationRegister({ activity }: { activity: Activity }) {
  return <Answered query={useQuery(register(activity.id))}>{(told) => <Known activity={activity} of={told} />}</Answered>;
}
