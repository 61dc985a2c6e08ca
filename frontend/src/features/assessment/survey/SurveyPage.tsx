/** One survey: how it was drawn, how many answered, what may be said of the result, and who ends it. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { percent } from "@/ui/amounts";
import { AreaName, TownName } from "@/ui/AreaName";
import { confirmedHours } from "@/ui/confirmedHours";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { minuteOf } from "@/ui/times";
import { surveyChain } from "./chain";
import { survey, type Survey } from "./queries";
import { SurveyResults } from "./SurveyResults";
import { millionths, nameOf, surveyStates, withheldBecause } from "./states";

function next({ state, closed_at, closes_at, drawn, answered, area_id }: Survey): Waiting | undefined {
  if (closed_at) return undefined;
  if (state === "closed") return { what: "作答时间已过，结束调查并公布结果", who: <><TownName of={area_id} /> 经办</> };
  return { what: "受访居民在手机上作答", who: `${drawn - answered} 名受访居民`, until: closes_at };
}

const moment = (at: string | null) => at && <span className="figures">{minuteOf(at)}</span>;

const boundOf = ({ bound, withheld }: Survey) => (bound === null ? withheld && withheldBecause[withheld] : <strong className="figures">{percent(bound)}</strong>);

function shareOf({ share_ppm, withheld }: Survey) {
  if (share_ppm !== null) return <strong className="figures">{millionths(share_ppm)}</strong>;
  return withheld === "open" ? withheldBecause.open : "答卷太少，由两人会商决定";
}

const facts = (record: Survey): Fact[] => [
  { label: "抽取", value: `${record.drawn} 人（自 ${record.pool_size} 名参与居民）` },
  { label: "已作答", value: `${record.answered} 份` },
  { label: "满意", value: record.satisfied === null ? record.withheld && withheldBecause[record.withheld] : `${record.satisfied} 份` },
  { label: "满意度下限", value: boundOf(record) },
  ...(record.subject === "contract_stage" ? [{ label: "阶段支付比例", value: shareOf(record) }] : []),
  { label: "开启时间", value: moment(record.opened_at) },
  { label: "截止时间", value: moment(record.closes_at) },
  { label: "结束时间", value: moment(record.closed_at) },
  { label: "抽取种子", value: <span className="figures">{record.seed}</span> },
  { label: "抽取办法", value: "从登记的参与居民中按种子抽取；活动的志愿者、工作人员不在其中，承办方不能指定受访者。", wide: true },
];

export default function SurveyPage() {
  const { id = "" } = useParams();
  const { data } = useQuery(survey(id));
  const { data: hours = 0 } = useQuery({ ...confirmedHours(data?.activity_id ?? ""), enabled: Boolean(data?.activity_id) });
  return (
    <RecordPage
      question={survey(id)}
      name={(record) => `${nameOf(record)} · 满意度调查`}
      states={surveyStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={(record) => surveyChain(record, hours)}
      next={next}
      facts={facts}
      tabs={() => [{ key: "results", label: "结果", children: <SurveyResults id={id} /> }]}
    />
  );
}
