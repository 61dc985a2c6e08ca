/** The satisfaction survey drawn from the residents who took part: how far it is, and its result once it may be shown. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { percent } from "@/ui/amounts";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { Facts } from "@/ui/Facts";
import { minuteOf } from "@/ui/times";
import { surveyReaders } from "../roles";
import { useHolds } from "../useHolds";
import { surveyOf, type Activity, type Survey } from "./queries";

const withheldBecause: Record<NonNullable<Survey["withheld"]>, string> = {
  open: "调查结束后公布",
  small_group: "作答人数太少，为保护受访者不公布",
};

const result = ({ withheld, bound, satisfied, answered }: Survey) =>
  withheld || bound === null ? withheld && withheldBecause[withheld] : `${percent(bound)}（95% 置信下限；${satisfied ?? 0} / ${answered} 份满意）`;

function Known({ survey }: { survey: Survey | null }) {
  if (!survey) return <EmptyState title="还没有满意度调查" advice="活动举办并登记参与居民后，从中抽取受访者。" />;
  return (
    <Facts
      facts={[
        { label: "状态", value: survey.state === "open" ? "作答中" : "已结束" },
        { label: "截止时间", value: <span className="figures">{minuteOf(survey.closes_at)}</span> },
        { label: "抽取", value: `${survey.drawn} 人（自 ${survey.pool_size} 名参与居民）` },
        { label: "已作答", value: `${survey.answered} 份` },
        { label: "满意度", value: result(survey), wide: true },
        { label: "详情", value: <Link to={`/assessment/surveys/${survey.id}`}>查看调查</Link>, wide: true },
      ]}
    />
  );
}

export function SurveyState({ activity }: { activity: Activity }) {
  const oversees = useHolds(surveyReaders);
  const asked = useQuery({ ...surveyOf(activity.id), enabled: oversees === true });
  if (oversees === false) return <EmptyState title="满意度调查由村（社区）和镇街查看" advice="受访者从登记参与的居民中抽取，承办方不参与，以保证结果可信。" />;
  return <Answered query={asked}>{(survey) => <Known survey={survey} />}</Answered>;
}
