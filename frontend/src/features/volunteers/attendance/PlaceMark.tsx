/** Whether the phone said where it was; the position itself is never kept. */
import { StateTag, type States } from "@/ui/StateTag";
import type { Attendance } from "./queries";

const places: States<"known" | "unknown" | "vouched"> = {
  known: { label: "在活动地点", tone: "good" },
  unknown: { label: "位置未知，待负责人证明", tone: "attention" },
  vouched: { label: "负责人已证明在场", tone: "good" },
};

const stateOf = ({ place_unknown, vouched_at }: Attendance) => (vouched_at !== null ? "vouched" : place_unknown ? "unknown" : "known");

export const PlaceMark = ({ of }: { of: Attendance }) => of.state !== "undone" && <StateTag states={places} state={stateOf(of)} />;
