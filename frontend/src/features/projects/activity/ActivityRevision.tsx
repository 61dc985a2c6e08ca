/** 修改计划: until a published activity begins; whoever copied the plan hears of the new one. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { activityLabels, ActivityFields } from "./ActivityFields";
import { activity, revise, type Activity, type Change } from "./queries";
import { coded, rowsOf, type WantedRow } from "./wanted";

type Values = Omit<Change, "wanted"> & { wanted?: WantedRow[] };

function Loaded({ of: record }: { of: Activity }) {
  const { id, title, description, starts_at, ends_at, place, lead_social_worker_id, wanted, resident_places } = record;
  return (
    <FormPage<Values, Activity>
      title={`修改 ${title}`}
      advice={record.state === "published" ? "活动已经发布：时间、地点的改动会显示给已报名的志愿者，人数减到已报名人数以下时保留已报名者。" : undefined}
      draft={`projects/activity/${id}/revision`}
      version={record.version}
      labels={activityLabels}
      initial={{ title, description, starts_at, ends_at, place, lead_social_worker_id, wanted: rowsOf(wanted), resident_places }}
      submit={(values, version) => revise({ id, version }, { ...values, wanted: coded(values.wanted) })}
      done={() => `/projects/activities/${id}`}
      act="保存修改"
    >
      <ActivityFields area={record.area_id} />
    </FormPage>
  );
}

export default function ActivityRevision() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(activity(id))} rows={10}>{(record) => <Loaded of={record} />}</Answered>;
}
