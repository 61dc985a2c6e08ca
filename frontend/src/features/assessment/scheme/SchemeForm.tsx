/** 起草考核方案 of a year, beginning with the default one. */
import { useQuery } from "@tanstack/react-query";
import { Select, Skeleton } from "antd";
import { useSearchParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { FormPage } from "@/ui/FormPage";
import { useOwnArea } from "../useOwnArea";
import { defaultScheme, definitions, draft, type DefaultScheme, type Definition, type Scheme } from "./queries";
import { SchemeFields, schemeLabels, sent, type SchemeValues } from "./SchemeFields";
import { asRow } from "./scoring";

const AROUND = [-2, -1, 0, 1];

function Loaded({ of, known, city }: { of: DefaultScheme; known: Definition[]; city: string }) {
  const { year, items, ...terms } = of;
  return (
    <FormPage<SchemeValues, Scheme>
      title={`起草 ${year} 年度考核方案`}
      advice="按默认方案填好，可逐项修改；由另一名市级经办批准后生效，生效后不能再改。"
      draft={`assessment/scheme/new/${year}`}
      labels={schemeLabels}
      initial={{ ...terms, items: items.map(asRow) }}
      submit={(values) => draft(sent(values, city, year))}
      done={({ id }) => `/assessment/schemes/${id}`}
      act="保存草案"
    >
      <SchemeFields city={city} definitions={known} />
    </FormPage>
  );
}

export default function SchemeForm() {
  const city = useOwnArea();
  const [params, setParams] = useSearchParams();
  const now = new Date().getFullYear();
  const year = Number(params.get("year")) || now;
  const of = useQuery(defaultScheme(year));
  const known = useQuery(definitions(`${year}-12-31`));
  if (!city) return <Skeleton active={false} paragraph={{ rows: 8 }} />;
  return (
    <>
      <Select aria-label="考核年度" value={year} options={AROUND.map((by) => ({ value: now + by, label: `${now + by} 年度` }))} onChange={(chosen) => setParams({ year: String(chosen) }, { replace: true })} />
      <Answered query={of} rows={10}>{(terms) => <Answered query={known}>{(meant) => <Loaded key={year} of={terms} known={meant} city={city} />}</Answered>}</Answered>
    </>
  );
}
