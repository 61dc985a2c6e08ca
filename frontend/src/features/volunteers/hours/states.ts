/** States, sources and marks of an hours entry. */
import type { States } from "@/ui/StateTag";
import type { Hours } from "./queries";

export const hoursStates: States<Hours["state"]> = {
  proposed: { label: "待确认", tone: "active" },
  disputed: { label: "本人有异议", tone: "alarm" },
  returned: { label: "已退回", tone: "attention" },
  confirmed: { label: "已确认", tone: "good" },
  countered: { label: "已冲正", tone: "neutral" },
};

export const sources: Record<Hours["source"], string> = { attendance: "签到", manual: "补录", counter: "冲正" };

type Mark = "forgot" | "place" | "vouched" | "manual" | "check" | "counter";

/** What the second person looks at before confirming. */
export const marks: States<Mark> = {
  forgot: { label: "忘签退", tone: "attention" },
  place: { label: "位置未知", tone: "attention" },
  vouched: { label: "负责人证明在场", tone: "neutral" },
  manual: { label: "补录", tone: "attention" },
  check: { label: "须先核对", tone: "alarm" },
  counter: { label: "冲正", tone: "neutral" },
};

export function marksOf({ forgot_check_out, place_unknown, vouched_by, source, full_check, checked_at }: Hours): Mark[] {
  const found: [boolean, Mark][] = [
    [forgot_check_out, "forgot"],
    [place_unknown && vouched_by === null, "place"],
    [vouched_by !== null, "vouched"],
    [source === "manual", "manual"],
    [full_check && checked_at === null, "check"],
    [source === "counter", "counter"],
  ];
  return found.flatMap(([applies, mark]) => (applies ? [mark] : []));
}
