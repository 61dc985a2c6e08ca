/** 满意度调查: drawn from the residents who took part, how many answered, and the result once it may be shown. */
import { percent } from "@/ui/amounts";
import { ShortAreaName } from "@/ui/AreaName";
import { choices } from "@/ui/choices";
import type { Column } from "@/ui/columns";
import { ListPage } from "@/ui/ListPage";
import type { Filter } from "@/ui/listState";
import { StateTag } from "@/ui/StateTag";
import { minuteOf } from "@/ui/times";
import { surveys, type Survey, type SurveyQuery } from "./queries";
import { nameOf, subjects, surveyStates, withheldShort } from "./states";

const filters: Filter<SurveyQuery>[] = [
  { name: "subject", label: "调查对象", kind: "select", options: choices(subjects) },
  { name: "state", label: "状态", kind: "select", options: choices(surveyStates) },
  { name: "area_id", label: "镇街、村（社区）", kind: "area" },
];

const resultOf = ({ bound, withheld }: Survey) =>
  bound === null ? <span className="muted">{withheld ? withheldShort[withheld] : "—"}</span> : percent(bound);

const columns: Column<Survey>[] = [
  { key: "title", title: "活动、合同阶段", value: nameOf },
  { key: "state", title: "状态", value: ({ state }) => <StateTag states={surveyStates} state={state} /> },
  { key: "area", title: "村（社区）", value: ({ area_id }) => <ShortAreaName id={area_id} /> },
  { key: "answered", title: "作答 / 抽取", value: ({ answered, drawn }) => `${answered} / ${drawn}`, number: true },
  { key: "bound", title: "满意度（95% 下限）", value: resultOf, number: true },
  { key: "closes_at", title: "截止时间", value: ({ closes_at }) => <span className="figures">{minuteOf(closes_at)}</span> },
  { key: "pool", title: "参与居民", value: ({ pool_size }) => pool_size, number: true, extra: true },
];

export default function SurveyList() {
  return (
    <ListPage
      title="满意度调查"
      list={surveys}
      columns={columns}
      filters={filters}
      open={({ id }) => `/assessment/surveys/${id}`}
      empty={{ title: "还没有满意度调查", advice: "活动举办、登记了参与居民后，系统从中抽取受访者并开启调查。" }}
    />
  );
}
