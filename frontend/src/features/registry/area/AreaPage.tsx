/** One area: its code and people now, what lies below it, and what it was before. */
import { Link, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { OnlyFor } from "@/ui/OnlyFor";
import { RecordPage } from "@/ui/RecordPage";
import { dayOf } from "@/ui/times";
import { CoverageOf } from "../facility/CoverageOf";
import { readers } from "../roles";
import { AreaPopulations, AreaTerms } from "./AreaHistory";
import { ChangeDialog } from "./ChangeDialog";
import { ChildAreas } from "./ChildAreas";
import { latest, PopulationCount } from "./PopulationCount";
import { area, type Area } from "./queries";
import { areaStates, levels, organKinds } from "./states";

/** What the area is today; a change already decided for a later day is history to come. */
const nowOf = (record: Area) => record.terms.filter(({ valid_from }) => valid_from <= dayOf(new Date())).at(-1);

function facts(record: Area): Fact[] {
  const term = nowOf(record);
  const population = latest(record.populations);
  return [
    { label: "层级", value: levels[record.level] },
    { label: "组织形态", value: term && organKinds[term.organ_kind] },
    { label: "上级", value: term?.parent_id && <Link to={`/registry/areas/${term.parent_id}`}><AreaName id={term.parent_id} /></Link> },
    { label: "依据", value: term?.source },
    { label: "人口", value: population ? <PopulationCount of={population} /> : "没有单独的公开数字", wide: true },
    {
      label: "本片区",
      wide: true,
      value: (
        <>
          <Link to={`/registry/organisations?area_id=${record.id}`}>社区社会组织</Link>{" · "}
          <Link to={`/registry/social-workers?area_id=${record.id}`}>社工</Link>{" · "}
          <Link to={`/registry/facilities?area_id=${record.id}`}>服务设施</Link>{" · "}
          <Link to={`/registry/posts?area_id=${record.id}`}>社工岗位</Link>{" · "}
          <Link to={`/projects/needs?area_id=${record.id}`}>居民需求</Link>
        </>
      ),
    },
  ];
}

const tabs = (record: Area) => [
  ...(record.level === "community" ? [] : [{ key: "below", label: "下辖", children: <ChildAreas of={record.id} /> }]),
  ...(record.level === "community" ? [] : [{ key: "coverage", label: "设施覆盖", children: <OnlyFor roles={readers}><CoverageOf of={record.id} /></OnlyFor> }]),
  { key: "terms", label: "区划沿革", children: <AreaTerms terms={record.terms} /> },
  { key: "populations", label: "历次人口", children: <AreaPopulations populations={record.populations} /> },
];

export default function AreaPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={area(id)}
      name={(record) => nowOf(record)?.name ?? "名称待导入"}
      states={areaStates}
      number={(record) => nowOf(record)?.code}
      facts={facts}
      tabs={tabs}
      dialogs={{ change: ({ record, onClose }) => <ChangeDialog area={record} onClose={onClose} /> }}
    />
  );
}
