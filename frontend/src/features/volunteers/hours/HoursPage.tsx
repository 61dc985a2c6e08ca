/** One hours entry: what it rests on, who must decide, and the way back to the need. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { pageOf } from "@/api/view";
import type { Way } from "@/ui/ActionButtons";
import { AreaName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { activity } from "../activity";
import { serviceChain } from "../chain";
import { BY_HAND, useWaysByHand } from "./byHand";
import { CounterDialog } from "./CounterDialog";
import { factsOfHours } from "./factsOfHours";
import { hoursEntry, type Hours } from "./queries";
import { ReturnDialog } from "./ReturnDialog";
import { hoursStates } from "./states";

function next({ state, source, objection, area_id, actions, place_unknown, vouched_by, full_check, checked_at, decide_by }: Hours): Waiting | undefined {
  const second = <><AreaName id={area_id} /> 经办或社工（提出人和本人以外）</>;
  switch (state) {
    case "proposed":
      if (full_check && checked_at === null) return { what: "提出人近期有补录不实：先由其他镇街对照签到表核对", who: "其他镇街经办" };
      if (place_unknown && vouched_by === null) return { what: "没有得到签到位置：先由负责人在签到记录上证明其在场", who: "负责人" };
      return { what: "第二人核对依据后确认，或退回", who: second };
    case "disputed":
      return { what: `本人有异议：${objection ?? ""}。原记录无误的确认；异议成立的退回，同时更正`, who: second, until: decide_by ?? undefined };
    case "returned":
      return { what: `已退回：${objection ?? ""}；此条不计。确有服务的${BY_HAND}` };
    case "confirmed":
      return source === "counter" || actions.length === 0 ? undefined : { what: "没有待办；记错的由经办冲正，原条目保留" };
    case "countered":
      return { what: "已冲正：由一条相反的时长抵销，原条目保留" };
  }
}

const withWays = (waiting: Waiting | undefined, ways: Way[]) => waiting && { ...waiting, ways };

export default function HoursPage() {
  const { id = "" } = useParams();
  const { data } = useQuery(hoursEntry(id));
  const { data: parent } = useQuery({ ...activity(data?.activity_id ?? ""), enabled: data !== undefined });
  const ways = useWaysByHand(data?.state === "returned" ? data.links.signup?.split("/").pop() : undefined);
  return (
    <RecordPage<Hours>
      question={hoursEntry(id)}
      name={({ title }) => `${title} · 志愿服务时长`}
      states={hoursStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={({ links }) => serviceChain("志愿服务时长", { links, activity: parent, signups: pageOf(links.signup ?? "") })}
      next={(record) => withWays(next(record), ways)}
      facts={factsOfHours}
      dialogs={{
        "counter-entry": ({ record, ...asked }) => <CounterDialog entry={record} {...asked} />,
        ...(data?.state === "disputed" && { return: ({ record, ...asked }) => <ReturnDialog entry={record} {...asked} /> }),
      }}
    />
  );
}
