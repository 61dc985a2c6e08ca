/** The first page after sign-in: of leadership and officers, the dashboard of their area. */
import { Navigate } from "react-router";
import { overseers } from "@/features/assessment/roles";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { mayOpen } from "./access";
import { messages } from "./messages";
import { useAccount } from "./session";

export default function HomePage() {
  const t = useMessages(messages);
  const account = useAccount();
  useTitle(undefined);
  if (mayOpen({ roles: [...overseers] }, account)) return <Navigate to="/dashboard" replace />;
  return <EmptyState title={t.hello(account.display_name)} advice={t.homeAdvice} />;
}
