/** One activity: when, where, led by whom, who signed up, who took part, and what the residents say of it. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { activityChainSteps } from "../chain";
import { ParticipationRegister } from "../participation/ParticipationRegister";
import { surveyReaders } from "../roles";
import { useHolds } from "../useHolds";
import { factsOfActivity } from "./factsOfActivity";
import { nextOfActivity } from "./nextOfActivity";
import { activity, surveyOf, type Activity } from "./queries";
import { Recruitment } from "./Recruitment";
import { activityStates } from "./states";
import { SurveyState } from "./SurveyState";

/** Before an activity is public there is nobody to count and nothing to ask. */
const tabsOf = (record: Activity) => [
  { key: "volunteers", label: "志愿者", children: <Recruitment activity={record} /> },
  ...(record.state === "planned" ? [] : [
    { key: "residents", label: "参与居民", children: <ParticipationRegister activity={record} /> },
    { key: "survey", label: "满意度", children: <SurveyState activity={record} /> },
  ]),
];

export default function ActivityPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { data: record } = useQuery(activity(id));
  const oversees = useHolds(surveyReaders);
  const { data: survey } = useQuery({ ...surveyOf(id), enabled: oversees === true && record?.state === "held" });
  return (
    <RecordPage
      question={activity(id)}
      name={({ title }) => title}
      states={activityStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={(loaded) => activityChainSteps(loaded, survey ?? undefined)}
      next={nextOfActivity}
      facts={factsOfActivity}
      tabs={tabsOf}
      instead={() => ({ revision: () => void navigate(`/projects/activities/${id}/revision`) })}
    />
  );
}
