/** Whether the phone said where it was; the position itself is never kept. */
import { StateTag, type States } from "@/ui/StateTag";
import type { Attendance } from "./queries";

const places: States<"known" | "unknown"> = {
  known: { label: "在活动地点", tone: "good" },
  unknown: { label: "位置未知", tone: "attention" },
};

export const PlaceMark = ({ of: { place_unknown } }: { of: Attendance }) => <StateTag states={places} state={place_unknown ? "unknown" : "known"} />;
