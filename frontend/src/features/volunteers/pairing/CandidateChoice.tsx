/** Chooses among the social workers that the service proposes, the best fitting first, each with its reasons and the room left. */
import { useQuery } from "@tanstack/react-query";
import { Radio } from "antd";
import { Answered } from "@/ui/Answered";
import { WorkerName } from "@/ui/WorkerName";
import styles from "./CandidateChoice.module.css";
import { candidates, type Candidate } from "./queries";
import { reasons } from "./states";

interface Props {
  team_id: string;
  value?: string;
  onChange?: (workerId: string) => void;
}

function Proposed({ social_worker_id, why, teams, volunteers, spare_teams, spare_volunteers }: Candidate) {
  return (
    <span className={styles.proposed}>
      <strong><WorkerName id={social_worker_id} plain /></strong>
      <span>{why.map((reason) => reasons[reason]).join("、")}</span>
      <span className="muted figures">现结对 {teams} 队 {volunteers} 人 · 还可结对 {spare_teams} 队 {spare_volunteers} 人</span>
    </span>
  );
}

export function CandidateChoice({ team_id, value, onChange }: Props) {
  return (
    <Answered query={useQuery(candidates(team_id))}>
      {({ items, most_teams, most_volunteers, source }) => (
        <>
          {items.length === 0 && <p role="status">本镇街和所属机构没有登记有效、在岗、跨度未满的社工；请先安排社工上岗。</p>}
          <Radio.Group
            className={styles.choices}
            value={value}
            onChange={({ target }) => onChange?.(String(target.value))}
            options={items.map((one) => ({ value: one.social_worker_id, label: <Proposed {...one} /> }))}
          />
          <p className="muted">一名社工至多结对 {most_teams} 队、{most_volunteers} 人。依据：{source}</p>
        </>
      )}
    </Answered>
  );
}
