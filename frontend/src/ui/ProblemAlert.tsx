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

function Said({ problem, wrong }: { problem: Problem; wrong: FieldError[] }) {
  const t = useMessages(messages);
  return (
    <>
      {problem.detail && <div>{problem.detail}</div>}
      {wrong.map(({ pointer, title }) => <div key={pointer + title}>{pointer} {title}</div>)}
      {problem.requestId && <small className="muted figures">{t.requestId} {problem.requestId}</small>}
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
  const wrong = unplaced ?? problem.errors;
  const said = problem.detail !== undefined || wrong.length > 0 || problem.requestId !== undefined;
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
