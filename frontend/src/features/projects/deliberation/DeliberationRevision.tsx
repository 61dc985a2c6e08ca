/** 修改协商方案, before the meeting is held; whoever was told is told anew. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { asPlan, DeliberationFields, planLabels, type PlanValues } from "./DeliberationFields";
import { deliberation, revise, type Deliberation } from "./queries";

function Loaded({ of }: { of: Deliberation }) {
  const { id, continues_id, area_id, topic, description, category, need_ids, form, place, meets_at, invited } = of;
  return (
    <FormPage<PlanValues, Deliberation>
      title={`修改方案：${topic}`}
      advice={of.state === "notified" ? "已经通知各方：修改后通知作废，须重新通知。" : "修改后再通知各方。"}
      draft={`projects/deliberation/${id}/revision`}
      version={of.version}
      labels={planLabels}
      initial={{ area_id, topic, description, category, need_ids, form, place, meets_at, invited }}
      submit={(values, version) => revise({ id, version }, asPlan(values, continues_id))}
      done={() => `/projects/deliberations/${id}`}
      act="保存修改"
    >
      <DeliberationFields />
    </FormPage>
  );
}

export default function DeliberationRevision() {
  const { id = "" } = useParams();
  return <Answered query={useQuery(deliberation(id))} rows={10}>{(of) => <Loaded of={of} />}</Answered>;
}
