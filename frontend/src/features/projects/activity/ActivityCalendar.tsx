/** The activities of a month, day by day; month and area stay in the URL. */
import { useQuery } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { Link, useSearchParams } from "react-router";
import { AreaSelect } from "@/ui/AreaSelect";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { StateTag } from "@/ui/StateTag";
import { dayOf, instantOf, minuteOf } from "@/ui/times";
import { useNarrow } from "@/ui/useNarrow";
import { useTitle } from "@/ui/useTitle";
import styles from "./ActivityCalendar.module.css";
import { monthAfter, thisMonth, weeksOf } from "./month";
import { activitiesSince, type Activity } from "./queries";
import { activityStates } from "./states";

const WEEKDAYS = ["一", "二", "三", "四", "五", "六", "日"];

function Entry({ activity }: { activity: Activity }) {
  return (
    <li className={activity.state === "cancelled" ? styles.cancelled : undefined}>
      <Link to={`/projects/activities/${activity.id}`} title={`${activity.title} · ${activity.place.name}`}>
        <span className="figures">{minuteOf(activity.starts_at).slice(-5)}</span> {activity.title}
      </Link>
      <StateTag states={activityStates} state={activity.state} />
    </li>
  );
}

type ByDay = Map<string, Activity[]>;

function groupedByDay(activities: Activity[]): ByDay {
  const byDay: ByDay = new Map();
  for (const activity of activities) {
    const day = dayOf(activity.starts_at);
    byDay.set(day, [...(byDay.get(day) ?? []), activity]);
  }
  return byDay;
}

function Grid({ month, byDay, today }: { month: string; byDay: ByDay; today: string }) {
  return (
    <table className={styles.grid}>
      <thead><tr>{WEEKDAYS.map((day) => <th key={day} scope="col">{day}</th>)}</tr></thead>
      <tbody>
        {weeksOf(month).map((week, row) => (
          <tr key={week.find(Boolean) ?? row}>
            {week.map((day, place) => (
              <td key={day ?? place} className={day === today ? styles.today : undefined}>
                {day && <time dateTime={day} className="figures">{Number(day.slice(-2))}</time>}
                {day && <ul>{byDay.get(day)?.map((activity) => <Entry key={activity.id} activity={activity} />)}</ul>}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** On a narrow window only the days on which something takes place. */
function Days({ byDay }: { byDay: ByDay }) {
  return (
    <ol className={styles.days}>
      {[...byDay].sort().map(([day, all]) => (
        <li key={day}>
          <time dateTime={day} className="figures">{day}</time>
          <ul>{all.map((activity) => <Entry key={activity.id} activity={activity} />)}</ul>
        </li>
      ))}
    </ol>
  );
}

export function ActivityCalendar() {
  const [params, setParams] = useSearchParams();
  const narrow = useNarrow();
  const today = dayOf(new Date());
  const month = params.get("month") ?? thisMonth(today);
  const area = params.get("area_id") ?? undefined;
  const { data, error, refetch } = useQuery(activitiesSince(instantOf(`${month}-01 00:00`), area));
  const within = [...(data ?? [])].reverse().filter(({ starts_at }) => dayOf(starts_at).startsWith(month));
  const byDay = groupedByDay(within);
  useTitle(`活动月历 ${month}`);

  const look = (changed: Record<string, string | undefined>) => {
    const wanted = { view: "calendar", month, area_id: area, ...changed };
    setParams(Object.entries(wanted).flatMap(([name, value]) => (value ? [[name, value] as [string, string]] : [])), { replace: true });
  };
  return (
    <>
      <header className={styles.header}>
        <h1>活动月历</h1>
        <div className={styles.acts}>
          <Button onClick={() => look({ month: monthAfter(month, -1) })} aria-label="上个月">‹</Button>
          <span className="figures">{month}</span>
          <Button onClick={() => look({ month: monthAfter(month, 1) })} aria-label="下个月">›</Button>
          <Button onClick={() => look({ month: thisMonth(today) })}>本月</Button>
          <Link to={area ? `?area_id=${area}` : "?"}><Button>列表</Button></Link>
        </div>
        <div className={styles.area}><AreaSelect value={area} onChange={(id) => look({ area_id: id })} /></div>
      </header>
      {error && <ProblemAlert error={error} onReload={() => void refetch()} />}
      {!data && !error && <Skeleton active={false} paragraph={{ rows: 8 }} />}
      {data && within.length === 0 && <p className="muted">这个月没有活动。</p>}
      {data && (narrow ? <Days byDay={byDay} /> : <Grid month={month} byDay={byDay} today={today} />)}
    </>
  );
}
