/** The first page after sign-in. */
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { messages } from "./messages";
import { useAccount } from "./session";

export default function HomePage() {
  const t = useMessages(messages);
  useTitle(undefined);
  return <EmptyState title={t.hello(useAccount().display_name)} advice={t.homeAdvice} />;
}
