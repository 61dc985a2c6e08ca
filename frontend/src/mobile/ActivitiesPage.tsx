/** The first screen: activities nearby that can be signed up for. */
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { ElderSwitch } from "./ElderSwitch";
import { messages } from "./messages";
import { Page } from "./Page";

export default function ActivitiesPage() {
  const t = useMessages(messages);
  useTitle(t.tabs.activities);
  return (
    <Page title={t.tabs.activities} beside={<ElderSwitch />}>
      <EmptyState title={t.activitiesEmpty} advice={t.activitiesAdvice} />
    </Page>
  );
}
