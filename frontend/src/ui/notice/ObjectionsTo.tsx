/** The objections to a notice, each with its answer, and the button to answer where the service offers it. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Action } from "@/api/view";
import { ActionButtons } from "../ActionButtons";
import { Answered } from "../Answered";
import { Moment } from "../Moment";
import { StateTag } from "../StateTag";
import { AnswerDialog } from "./AnswerDialog";
import styles from "./ObjectionsTo.module.css";
import type { NoticeDesk, Objection } from "./desk";
import { standings } from "./states";

function Row({ of, onAnswer }: { of: Objection; onAnswer: (action: Action) => void }) {
  return (
    <li className={styles.objection}>
      <p className={styles.head}>
        <StateTag states={standings} state={of.standing} />
        <span>提出 <Moment at={of.raised_at} /></span>
        {of.standing === "waiting" && <span className="figures">答复期限 {of.due_on}</span>}
      </p>
      <p>{of.text}</p>
      {of.answer && <p className="muted">答复（<Moment at={of.answered_at} />）：{of.answer}</p>}
      {of.actions.length > 0 && <ActionButtons record={of} inRow instead={{ answer: onAnswer }} />}
    </li>
  );
}

/** `empty` is said to those for whom none lies here. */
export function ObjectionsTo({ desk, id, empty = "没有异议" }: { desk: NoticeDesk; id: string; empty?: string }) {
  const [answering, answer] = useState<{ id: string; act: string } | null>(null);
  return (
    <Answered query={useQuery(desk.objectionsTo(id))}>
      {(objections) => {
        const asked = answering && objections.find((one) => one.id === answering.id);
        return (
          <>
            <h2 className={styles.title}>异议</h2>
            {objections.length === 0 && <p className="muted">{empty}</p>}
            <ul className={styles.objections}>
              {objections.map((one) => <Row key={one.id} of={one} onAnswer={({ label }) => answer({ id: one.id, act: label })} />)}
            </ul>
            {asked && answering && <AnswerDialog desk={desk} act={answering.act} objection={asked} onClose={() => answer(null)} />}
          </>
        );
      }}
    </Answered>
  );
}
