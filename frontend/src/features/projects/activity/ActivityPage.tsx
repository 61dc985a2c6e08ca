/** One activity: when, where, led by whom, who signed up, who took part, and what the residents say of it. */
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { activityChainSteps } from "../chain";
import { ParticipationRegister } from "../participation/ParticipationRegister";
import { register } from "../participation/queries";
import { leads, needReaders, participationReaders, surveyReaders } from "../roles";
import { useHolds } from "../useHolds";
import { consequencesOf } from "./consequences";
import { factsOfActivity } from "./factsOfActivity";
import { nextOfActivity } from "./nextOfActivity";
import { activity, type Activity } from "./queries";
import { Recruitment } from "./Recruitment";
import { activityStates } from "./states";
import { SurveyState } from "./SurveyState";
import { useOutcome } from "./useOutcome";

/** What stands beside the record, asked only of whom it is for and when there is something to ask. */
function useKnown(id: string) {
  const { data: record } = useQuery(activity(id));
  const isPublic = record !== undefined && record.state !== "planned";
  const readsRegister = useHolds(participationReaders) === true;
  const readsNeeds = useHolds(needReaders) === true;
  const readsSurveys = useHolds(surveyReaders) === true;
  const { data: registered } = useQuery({ ...register(id), enabled: isPublic && readsRegister });
  const outcome = useOutcome(record);
  return { readsRegister, reach: { needs: readsNeeds, surveys: readsSurveys }, register: registered, leads: useHolds(leads) === true, ...outcome };
}

export default function ActivityPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const { readsRegister, reach, ...known } = useKnown(id);

  /** Before an activity is public there is nobody to count and nothing to ask. */
  const tabsOf = (record: Activity) => [
    { key: "volunteers", label: "志愿者", children: <Recruitment activity={record} /> },
    ...(record.state !== "planned" && readsRegister ? [{ key: "residents", label: "参与居民", children: <ParticipationRegister activity={record} /> }] : []),
    ...(record.state !== "planned" ? [{ key: "survey", label: "满意度", children: <SurveyState activity={record} /> }] : []),
  ];
  return (
    <RecordPage
      question={activity(id)}
      name={({ title }) => title}
      states={activityStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={(record) => activityChainSteps(record, known, reach)}
      next={(record) => nextOfActivity(record, known)}
      facts={factsOfActivity}
      consequences={consequencesOf}
      tabs={tabsOf}
      instead={() => ({ revision: () => void navigate(`/projects/activities/${id}/revision`) })}
    />
  );
}
