/** A refusal, with what to do about it; a record changed by another offers to load the latest. */
import { Alert, Button } from "antd";
import { asProblem, type FieldError, type Problem } from "@/api/problem";
import { inEnglish } from "@/api/problems";
import { useLanguage, useMessages } from "./language";
import { messages } from "./messages";

function useTitle(problem: Problem): string {
  const { language } = useLanguage();
  return language === "en" ? (inEnglish[problem.type] ?? problem.title) : problem.title;
}

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

interface Props {
  error: unknown;
  /** Loads again what the page shows. */
  onReload?: () => void;
  /** Wrong fields that no form field on the page shows. */
  unplaced?: FieldError[];
}

export function ProblemAlert({ error, onReload, unplaced }: Props) {
  const t = useMessages(messages);
  const problem = asProblem(error);
  const changed = problem.status === 412;
  // A verb has no fields to point at: its sentences stand alone.
  const wrong = unplaced?.map(({ pointer, title }) => `${pointer} ${title}`) ?? problem.errors.map(({ title }) => title);
  const said = problem.detail !== undefined || wrong.length > 0 || isUnexplained(problem);
  return (
    <Alert
      role="alert"
      type={changed ? "warning" : "error"}
      showIcon
      title={useTitle(problem)}
      action={onReload && <Button size="small" onClick={onReload}>{changed ? t.reload : t.retry}</Button>}
      description={said ? <Said problem={problem} wrong={wrong} /> : undefined}
    />
  );
}
