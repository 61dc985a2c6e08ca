/** 发起协商: from needs that the address names, or from what a community could not settle. */
import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useSearchParams } from "react-router";
import { me } from "@/api/session";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { need } from "../need/queries";
import { asPlan, DeliberationFields, planLabels, type PlanValues } from "./DeliberationFields";
import { deliberation, draft, type Deliberation } from "./queries";

interface Begun {
  initial: Partial<PlanValues>;
  continued?: Deliberation;
}

function Begin({ initial, continued }: Begun) {
  return (
    <FormPage<PlanValues, Deliberation>
      title={continued ? `继续协商：${continued.topic}` : "发起协商"}
      advice="保存为草稿，核对后再通知各方；协商达成一致不代替法定的业主或村（居）民表决。"
      draft={["projects/deliberation/new", ...(initial.need_ids ?? []), ...(continued ? [continued.id] : [])].join("/")}
      labels={planLabels}
      initial={initial}
      submit={(values) => draft(asPlan(values, continued?.id ?? null))}
      done={({ id }) => `/projects/deliberations/${id}`}
      act="保存草稿"
    >
      <DeliberationFields />
    </FormPage>
  );
}

const again = ({ topic, description, category, need_ids, form, invited }: Deliberation) => ({ topic, description, category, need_ids, form, invited });

export default function DeliberationForm() {
  const [params] = useSearchParams();
  const { data: account, isPending } = useQuery({ ...me, staleTime: Infinity });
  const continues = params.get("continues_id");
  const asked = useQuery({ ...deliberation(continues ?? ""), enabled: continues !== null });
  const need_ids = params.getAll("need_id");
  const [first] = need_ids;
  const raised = useQuery({ ...need(first ?? ""), enabled: first !== undefined });
  if (isPending) return <Skeleton active={false} paragraph={{ rows: 10 }} />;
  const area_id = account?.grants.find(({ role }) => role === "community_officer" || role === "town_officer")?.area_id;
  if (continues) return <Answered query={asked} rows={10}>{(continued) => <Begin initial={{ area_id, ...again(continued) }} continued={continued} />}</Answered>;
  const blank = { area_id, form: "council" as const, description: "", need_ids };
  if (first === undefined) return <Begin initial={blank} />;
  return <Answered query={raised} rows={10}>{({ title, category }) => <Begin initial={{ ...blank, topic: title, category }} />}</Answered>;
}
