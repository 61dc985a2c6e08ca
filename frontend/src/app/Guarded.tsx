/** A screen for those whose post it is. */
import type { ReactNode } from "react";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { mayOpen } from "./access";
import { messages } from "./messages";
import type { Screen } from "./routes";
import { useAccount } from "./session";

export function Guarded({ screen, children }: { screen: Screen; children: ReactNode }) {
  const t = useMessages(messages);
  const account = useAccount();
  return mayOpen(screen, account) ? children : <EmptyState page title={t.notAllowed} advice={t.notAllowedAdvice} />;
}
