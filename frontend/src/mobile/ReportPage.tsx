/** Telling the community what is needed. */
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { messages } from "./messages";
import { Page } from "./Page";
import { SignedIn } from "./SignedIn";

export default function ReportPage() {
  const t = useMessages(messages);
  useTitle(t.tabs.report);
  return (
    <Page title={t.tabs.report}>
      <SignedIn>{() => <EmptyState title={t.reportEmpty} advice={t.reportAdvice} />}</SignedIn>
    </Page>
  );
}
