/** 修改考核方案, while it is a draft. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { definitions, revise, scheme, type Definition, type Scheme } from "./queries";
import { SchemeFields, schemeLabels, sent, type SchemeValues } from "./SchemeFields";
import { asRow } from "./scoring";

function Loaded({ of, known }: { of: Scheme; known: Definition[] }) {
  const { id, area_id, year, title, unit_ids, items, report_days, objection_days, decision_days, source, assumption } = of;
  return (
    <FormPage<SchemeValues, Scheme>
      title={`修改 ${title}`}
      advice="生效以后不能再修改；修改后由修改人以外的市级经办批准。"
      draft={`assessment/scheme/${id}/revision`}
      version={of.version}
      labels={schemeLabels}
      initial={{ title, unit_ids, items: items.map(asRow), report_days, objection_days, decision_days, source, assumption }}
      submit={(values, version) => revise({ id, version }, sent(values, area_id, year))}
      done={() => `/assessment/schemes/${id}`}
      act="保存修改"
    >
      <SchemeFields city={area_id} definitions={known} />
    </FormPage>
  );
}

export default function SchemeRevision() {
  const { id = "" } = useParams();
  const asked = useQuery(scheme(id));
  const on = asked.data?.last_day ?? "";
  const known = useQuery({ ...definitions(on), enabled: Boolean(on) });
  return <Answered query={asked} rows={10}>{(of) => <Answered query={known}>{(meant) => <Loaded of={of} known={meant} />}</Answered>}</Answered>;
}
