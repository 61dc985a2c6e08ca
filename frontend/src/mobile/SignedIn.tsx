/** What only a person signed in by phone sees; others are shown the way in and come back here. */
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Link, useLocation } from "react-router";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { Loading } from "./Loading";
import { messages } from "./messages";
import { holder, isPerson } from "./myself";
import { Refusal } from "./Refusal";

export const signInHref = (to: string) => `/sign-in?to=${encodeURIComponent(to)}`;

export function SignedIn({ children }: { children: (account: Account) => ReactNode }) {
  const t = useMessages(messages);
  const { pathname, search } = useLocation();
  const { data: account, error, refetch } = useQuery(holder);
  if (isPerson(account)) return children(account);
  if (error) return <Refusal error={error} onRetry={() => void refetch()} />;
  if (account === undefined) return <Loading />;
  const wayIn = <Link className="act" to={signInHref(pathname + search)}>{t.signIn}</Link>;
  if (account) return <EmptyState title={t.staffTitle} advice={t.staffAdvice} act={wayIn} />;
  return <EmptyState title={t.signInFirst} advice={t.signInAdvice} act={wayIn} />;
}
