/** One sanction: on which ground and article, from which day until which, and why it was lifted. */
import { Link, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { OrganisationName } from "@/ui/OrganisationName";
import { lastDay } from "@/ui/periods";
import { RecordPage } from "@/ui/RecordPage";
import { GroundTitle } from "./GroundTitle";
import { sanction, type Sanction } from "./queries";
import { measures, sanctionStates } from "./states";

const facts = (record: Sanction): Fact[] => [
  { label: "组织", value: <OrganisationName id={record.organisation_id} /> },
  { label: "处理", value: measures[record.measure] },
  { label: "事由", value: <GroundTitle of={record} />, wide: true },
  { label: "依据", value: record.article, wide: true },
  { label: "期间", value: <span className="figures">{record.starts_on} 至 {lastDay(record.ends_on) ?? "解除为止"}</span> },
  { label: "作出时间", value: <Moment at={record.imposed_at} /> },
  ...(record.lifted_on ? [{ label: "解除", value: <><span className="figures">{record.lifted_on}</span> {record.lifted_because}</>, wide: true }] : []),
];

export default function SanctionPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={sanction(id)}
      name={({ document, measure }) => `${measures[measure]} ${document}`}
      states={sanctionStates}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      facts={facts}
      consequences={() => ({ lifting: "自今日起解除；此前各日的资格状态不变。作出处理的人不能自己解除。" })}
    />
  );
}
