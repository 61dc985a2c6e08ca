/** Checking in to an activity: one screen with one button. */
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { messages } from "./messages";
import { Page } from "./Page";
import { SignedIn } from "./SignedIn";

export default function CheckInPage() {
  const t = useMessages(messages);
  useTitle(t.tabs.checkIn);
  return (
    <Page title={t.tabs.checkIn}>
      <SignedIn>{() => <EmptyState title={t.checkInEmpty} advice={t.checkInAdvice} />}</SignedIn>
    </Page>
  );
}
