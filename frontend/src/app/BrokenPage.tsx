/** What is shown when a screen fails; a newer build is the usual cause, and reloading fetches it. */
import { Button } from "antd";
import { useRouteError } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";

export function BrokenPage() {
  const t = useMessages(messages);
  const error = useRouteError();
  return (
    <EmptyState
      page
      title={t.broken}
      advice={`${t.brokenAdvice} (${error instanceof Error ? error.message : String(error)})`}
      act={<Button type="primary" onClick={() => location.reload()}>{t.reload}</Button>}
    />
  );
}
