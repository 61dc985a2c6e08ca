/** The volunteers wanted by role, and how far sign-up has come once the activity is published. */
import { useQuery } from "@tanstack/react-query";
import { Progress } from "antd";
import { Link } from "react-router";
import { pageOf } from "@/api/view";
import { count } from "@/ui/amounts";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { WideTable } from "@/ui/WideTable";
import { opportunitiesOf, type Activity, type Opportunity } from "./queries";

type Wanted = Activity["wanted"][number];

function ageOf({ minimum_age: from, maximum_age: to }: Wanted) {
  if (to !== null) return from > 0 ? `${from}–${to} 岁` : `${to} 岁以下`;
  return from > 0 ? `${from} 岁以上` : "不限";
}

const abilitiesOf = ({ skills, trainings }: Wanted) => [...skills, ...trainings.map(({ name }) => `完成「${name}」`)].join("、") || "不要求";

function SignedUp({ of: { taken, capacity, waiting, overfull, links } }: { of: Opportunity }) {
  return (
    <>
      <Link to={pageOf(links.signups ?? "")} className="figures">{count(taken)} / {count(capacity)}</Link>
      {waiting > 0 && <span className="muted"> · 候补号已发 {waiting} 个</span>}
      {overfull && <span> · 超出计划人数</span>}
      <Progress percent={Math.min(100, (100 * taken) / Math.max(1, capacity))} showInfo={false} size="small" aria-label={`已报名 ${taken}，计划 ${capacity}`} />
    </>
  );
}

/** Volunteers hears of a publication a moment later. */
const WAIT = { each: 2_000, times: 30 };

export function Recruitment({ activity }: { activity: Activity }) {
  const isPublic = activity.state !== "planned";
  const isAwaited = (known: Opportunity[] = []) => activity.state === "published" && known.length < activity.wanted.length;
  const { data = [], error, isPending, refetch } = useQuery({
    ...opportunitiesOf(activity),
    enabled: isPublic,
    refetchInterval: ({ state }) => (isAwaited(state.data) && state.dataUpdateCount < WAIT.times ? WAIT.each : false),
  });
  const byRole = new Map(data.map((opportunity) => [opportunity.role, opportunity]));
  const progressOf = (role: string) => {
    const opportunity = byRole.get(role);
    if (opportunity) return <SignedUp of={opportunity} />;
    if (error || (isPublic && activity.state !== "published")) return "—";
    return <span className="muted">{isPublic ? "报名即将开放" : "发布后开放报名"}</span>;
  };
  return (
    <>
      {error && <ProblemAlert error={error} onReload={() => void refetch()} />}
      <WideTable<Wanted>
        rowKey="role"
        loading={isPublic && isPending}
        dataSource={activity.wanted}
        label="志愿者岗位"
        locale={{ emptyText: "不招募志愿者" }}
        columns={[
          { title: "岗位", dataIndex: "name" },
          { title: "计划人数", render: (_count: unknown, wanted) => count(wanted.count), align: "right", className: "figures" },
          { title: "年龄", render: (_age: unknown, wanted) => ageOf(wanted) },
          { title: "技能与培训", render: (_asked: unknown, wanted) => abilitiesOf(wanted) },
          { title: "已报名", render: (_taken: unknown, { role }) => progressOf(role), width: 240 },
        ]}
      />
    </>
  );
}
