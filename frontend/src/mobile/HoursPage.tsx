/** My hours of service. */
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { messages } from "./messages";
import { Page } from "./Page";
import { SignedIn } from "./SignedIn";

export default function HoursPage() {
  const t = useMessages(messages);
  useTitle(t.tabs.hours);
  return (
    <Page title={t.tabs.hours}>
      <SignedIn>{() => <EmptyState title={t.hoursEmpty} advice={t.hoursAdvice} />}</SignedIn>
    </Page>
  );
}
