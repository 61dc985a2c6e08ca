/** What only a signed-in person sees; others are shown the way in and come back here. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import { me, type Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import { Refusal } from "./Refusal";

export function SignedIn({ children }: { children: (account: Account) => ReactNode }) {
  const t = useMessages(messages);
  const { pathname } = useLocation();
  const { data: account, error } = useQuery({ ...me, staleTime: Infinity });
  if (account) return children(account);
  if (error) return <Refusal error={error} />;
  if (account === undefined) return null;
  return <EmptyState title={t.signInFirst} advice={t.signInAdvice} act={<Link className="act" to={`/sign-in?to=${pathname}`}>{t.signIn}</Link>} />;
}
