/** The columns of hours, in the waiting list and in the whole list. */
import { ShortAreaName } from "@/ui/AreaName";
import type { Column } from "@/ui/columns";
import { Hours as Duration } from "@/ui/Hours";
import { Moment } from "@/ui/Moment";
import { StateTag } from "@/ui/StateTag";
import { VolunteerName } from "../PersonName";
import { Span } from "../Span";
import { Marks } from "./Marks";
import type { Hours } from "./queries";
import { hoursStates } from "./states";

export const hoursColumns: Column<Hours>[] = [
  { key: "volunteer", title: "志愿者", value: ({ volunteer_id }) => <VolunteerName id={volunteer_id} /> },
  { key: "title", title: "活动", value: ({ title }) => title },
  { key: "when", title: "服务时间", value: (entry) => <Span of={entry} /> },
  { key: "minutes", title: "时长", value: ({ minutes }) => <Duration minutes={minutes} />, number: true },
  { key: "marks", title: "标记", value: (entry) => <Marks of={entry} /> },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={hoursStates} state={state} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "proposed_at", title: "提出时间", value: ({ proposed_at }) => <Moment at={proposed_at} />, extra: true },
];
