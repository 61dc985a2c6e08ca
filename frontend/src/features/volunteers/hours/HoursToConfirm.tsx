/** 待确认时长 in short: what the volunteers object to first. */
import type { Question } from "@/api/view";
import { Hours as Duration } from "@/ui/Hours";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { StateTag } from "@/ui/StateTag";
import { VolunteerName } from "../PersonName";
import { Span } from "../Span";
import { hoursList, type Hours } from "./queries";
import { hoursStates, marks, marksOf } from "./states";

const SHOWN = 6;

const inState = (state: Hours["state"]) => hoursList.page({ state, limit: SHOWN, count: true });

const waiting: Question<FirstOf<Hours>> = {
  queryKey: ["volunteers", "hours", "waiting", "first"],
  queryFn: async () => {
    const pages = await Promise.all([inState("disputed"), inState("proposed")]);
    return { items: pages.flatMap(({ items }) => items).slice(0, SHOWN), total: pages.reduce((sum, page) => sum + (page.count ?? 0), 0) };
  },
};

/** One's own proposal is for another to confirm, and the service then offers no such act. */
function nextOf(entry: Hours): string {
  if (!entry.actions.some(({ name }) => name === "confirmation")) return "由您以外的第二人确认";
  const found = marksOf(entry).map((mark) => marks[mark].label);
  if (entry.state === "disputed") return "核对异议后确认，或退回";
  return found.length > 0 ? `核对${found.join("、")}后确认，或退回` : "核对后确认，或退回";
}

const line = (entry: Hours): Line => ({
  id: entry.id,
  to: `/volunteers/hours/${entry.id}`,
  name: entry.title,
  state: <StateTag states={hoursStates} state={entry.state} />,
  marks: [<VolunteerName key="volunteer" id={entry.volunteer_id} />, <Duration key="hours" minutes={entry.minutes} />, <Span key="when" of={entry} />],
  next: nextOf(entry),
});

export function HoursToConfirm() {
  return <ShortList title="待确认时长" question={waiting} line={line} all="/volunteers/hours/waiting" empty={{ advice: "没有等待确认的时长。志愿者签退后，系统按签到提出时长，由第二人在这里确认。" }} />;
}
