/** Chooses among the social workers that the service proposes, the best fitting first, each with its reasons and the room left. */
import { useQuery } from "@tanstack/react-query";
import { Radio } from "antd";
import { Fragment } from "react";
import { Answered } from "@/ui/Answered";
import { ShortAreaName } from "@/ui/AreaName";
import { OrganisationName } from "@/ui/OrganisationName";
import { choiceOf, registeredWorkers, type SocialWorker } from "@/ui/workers";
import { WorkerName } from "@/ui/WorkerName";
import styles from "./CandidateChoice.module.css";
import { candidates, type Candidate } from "./queries";
import { reasons } from "./states";

interface Props {
  team_id: string;
  value?: string;
  onChange?: (workerId: string) => void;
}

function Posts({ of }: { of: Candidate["posts"] }) {
  return of.map(({ area_id, organisation_id }, place) => (
    <Fragment key={`${area_id} ${organisation_id}`}>
      {place > 0 && "、"}
      <ShortAreaName id={area_id} />
      {/* A click chooses the worker; it does not leave the form for the organisation's page. */}
      {organisation_id && <span className={styles.employer}>（<OrganisationName id={organisation_id} />）</span>}
    </Fragment>
  ));
}

function Proposed({ of, worker }: { of: Candidate; worker: SocialWorker | undefined }) {
  const { social_worker_id, posts, why, teams, volunteers, spare_teams, spare_volunteers } = of;
  return (
    <span className={styles.proposed}>
      <strong>{worker ? choiceOf(worker).label : <WorkerName id={social_worker_id} plain />}</strong>
      <span>任职：<Posts of={posts} /></span>
      <span>{why.map((reason) => reasons[reason]).join("、")}</span>
      <span className="muted figures">现结对 {teams} 队 {volunteers} 人 · 还可结对 {spare_teams} 队 {spare_volunteers} 人</span>
    </span>
  );
}

export function CandidateChoice({ team_id, value, onChange }: Props) {
  const { data: workers = [] } = useQuery(registeredWorkers);
  return (
    <Answered query={useQuery(candidates(team_id))}>
      {({ items, most_teams, most_volunteers, source }) => (
        <>
          {items.length === 0 ? <p role="status">本镇街和所属机构没有登记有效、在岗、跨度未满的社工；请先安排社工上岗。</p> : (
            <>
              <p className="muted">共 {items.length} 名候选，最合适的在前。</p>
              <Radio.Group
                className={styles.choices}
                value={value}
                onChange={({ target }) => onChange?.(String(target.value))}
                options={items.map((one) => ({ value: one.social_worker_id, label: <Proposed of={one} worker={workers.find(({ id }) => id === one.social_worker_id)} /> }))}
              />
            </>
          )}
          <p className="muted">一名社工至多结对 {most_teams} 队、{most_volunteers} 人。依据：{source}</p>
        </>
      )}
    </Answered>
  );
}
