/** A refusal, with what to do about it; a record changed by another offers to load the latest. */
import { Alert, Button } from "antd";
import { Link } from "react-router";
import { asProblem, type Problem } from "@/api/problem";
import { useMessages } from "./language";
import { messages } from "./messages";
import { useSentence } from "./useSentence";

const FAILURE = 500;

/** A refusal says itself what to do; only a failure's number helps whoever looks for its cause. */
const isUnexplained = ({ requestId, status }: Problem) => requestId !== undefined && status >= FAILURE;

function Said({ problem, wrong }: { problem: Problem; wrong: string[] }) {
  const t = useMessages(messages);
  return (
    <>
      {problem.detail && <div>{problem.detail}</div>}
      {wrong.map((sentence) => <div key={sentence}>{sentence}</div>)}
      {isUnexplained(problem) && <small className="muted figures">{t.requestId} {problem.requestId}</small>}
    </>
  );
}

/** It is not for this reader, or not there: asking again changes nothing. */
const FINAL = [403, 404];

interface Props {
  error: unknown;
  /** Loads again what the page shows. */
  onReload?: () => void;
  /** What the form beside it does not say at a field. */
  unplaced?: string[];
}

export function ProblemAlert({ error, onReload, unplaced }: Props) {
  const t = useMessages(messages);
  const problem = asProblem(error);
  const changed = problem.status === 412;
  const sentence = useSentence(problem);
  // Where there is no form, its sentences stand alone.
  const wrong = unplaced ?? problem.errors.map(({ title }) => title).filter((title) => title !== problem.title);
  const said = problem.detail !== undefined || wrong.length > 0 || isUnexplained(problem);
  return (
    <Alert
      role="alert"
      type={changed ? "warning" : "error"}
      showIcon
      title={sentence}
      action={onReload && (FINAL.includes(problem.status) ? <Link to="/">{t.home}</Link> : <Button size="small" onClick={onReload}>{changed ? t.reload : t.retry}</Button>)}
      description={said ? <Said problem={problem} wrong={wrong} /> : undefined}
    />
  );
}
