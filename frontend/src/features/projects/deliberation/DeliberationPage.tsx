/** One deliberation: who is at the table, what came of it, who carries it out until when, and what was told to everybody. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { minuteOf } from "@/ui/times";
import { useMoneyChain } from "../moneyChain";
import { NeedsOfProject } from "../project/NeedsOfProject";
import { ProjectsOf } from "../project/ProjectsOf";
import { projectsGrownFrom } from "../project/queries";
import { continuers, executors, proposers } from "../roles";
import { useHolds } from "../useHolds";
import { factsOf } from "./factsOfDeliberation";
import { ItemsTable } from "./ItemsTable";
import { nextOfDeliberation } from "./nextOfDeliberation";
import { PartyTable, useRule } from "./parties";
import { deliberation } from "./queries";
import { beforeProject } from "./stepsOfDeliberation";
import { deliberationStates } from "./states";

export default function DeliberationPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  const rule = useRule();
  const opensItems = useHolds(executors) === true;
  const may = { propose: useHolds(proposers) === true, takeFurther: useHolds(continuers) === true };
  const { data: grown } = useQuery(projectsGrownFrom(id));
  const [first] = grown ?? [];
  const { steps } = useMoneyChain("议事", first && { project_id: first.id });
  const open = (verb: string) => () => void navigate(`/projects/deliberations/${id}/${verb}`);
  return (
    <RecordPage
      question={deliberation(id)}
      name={({ topic }) => topic}
      states={deliberationStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={(record) => (first ? steps : beforeProject(record))}
      next={(record) => nextOfDeliberation(record, rule, { ...may, propose: may.propose && grown?.length === 0 })}
      facts={(record) => factsOf(record, rule)}
      consequences={({ topic, meets_at, place }) => ({
        notification: `通知各方“${topic}”于 ${minuteOf(meets_at)} 在${place}举行；议题随即公开，此后修改方案须重新通知。`,
      })}
      tabs={(record) => [
        { key: "items", label: `执行 ${record.items.length}`, children: <ItemsTable of={record} name={({ id: item, what }) => (opensItems ? <Link to={`/projects/deliberation-items/${item}`}>{what}</Link> : what)} /> },
        { key: "parties", label: "各方", children: <PartyTable of={record} /> },
        { key: "needs", label: `需求 ${record.need_ids.length}`, children: <NeedsOfProject of={record} /> },
        { key: "projects", label: `项目 ${grown?.length ?? ""}`, children: <ProjectsOf projects={grown} /> },
      ]}
      instead={() => ({ revision: open("revision"), holding: open("holding"), conclusion: open("conclusion") })}
    />
  );
}
