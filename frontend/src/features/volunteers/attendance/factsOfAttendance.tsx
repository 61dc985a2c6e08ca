/** The facts of an attendance. */
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { PlaceMark } from "./PlaceMark";
import type { Attendance } from "./queries";
import { means } from "./states";

export const factsOfAttendance = (record: Attendance): Fact[] => [
  { label: "签到", value: <Moment at={record.checked_in_at} /> },
  { label: "签退", value: <Moment at={record.checked_out_at} /> },
  { label: "位置", value: <PlaceMark of={record} /> },
  { label: "方式", value: means[record.means] },
  ...(record.vouched_because ? [{ label: "证明在场", value: <><Moment at={record.vouched_at} /> {record.vouched_because}</>, wide: true }] : []),
  ...(record.guardian_withdrew_at ? [{ label: "监护人撤回同意", value: <Moment at={record.guardian_withdrew_at} /> }, { label: "当面交接", value: <Moment at={record.handed_over_at} /> }] : []),
  ...(record.said_left_at ? [{ label: "本人说明离开时间", value: <><Moment at={record.said_left_at} /> {record.said_because}</>, wide: true }] : []),
];
