/** A refusal, with what to do about it; a record changed by another offers to load the latest. */
import { Alert, Button } from "antd";
import { asProblem, type Problem } from "@/api/problem";
import { inEnglish } from "@/api/problems";
import { useLanguage, useMessages } from "./language";
import { messages } from "./messages";

function useTitle(problem: Problem): string {
  const { language } = useLanguage();
  const english: Record<string, string> = inEnglish;
  return language === "en" ? (english[problem.type] ?? problem.title) : problem.title;
}

interface Props {
  error: unknown;
  /** Loads again what the page shows. */
  onReload?: () => void;
  /** Wrong fields that no form field on the page shows. */
  unplaced?: { pointer: string; title: string }[];
}

export function ProblemAlert({ error, onReload, unplaced }: Props) {
  const t = useMessages(messages);
  const problem = asProblem(error);
  const changed = problem.status === 412;
  const wrong = unplaced ?? problem.errors;
  return (
    <Alert
      role="alert"
      type={changed ? "warning" : "error"}
      showIcon
      title={useTitle(problem)}
      action={onReload && <Button size="small" onClick={onReload}>{changed ? t.reload : t.retry}</Button>}
      description={
        <>
          {problem.detail && <div>{problem.detail}</div>}
          {wrong.length > 0 && <ul>{wrong.map(({ pointer, title }) => <li key={pointer + title}>{pointer} {title}</li>)}</ul>}
          {problem.requestId && <div className="muted figures">{t.requestId} {problem.requestId}</div>}
        </>
      }
    />
  );
}
