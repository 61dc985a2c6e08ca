/** Who is signed in; the shell shows nothing to a visitor but the way to sign in. */
import { useQuery } from "@tanstack/react-query";
import { Spin } from "antd";
import { createContext, useContext, type ReactNode } from "react";
import { Navigate, useLocation } from "react-router";
import { me, type Account } from "@/api/session";
import { ProblemAlert } from "@/ui/ProblemAlert";

const SignedIn = createContext<Account | null>(null);

export function SessionProvider({ children }: { children: ReactNode }) {
  const { pathname, search } = useLocation();
  const { data: account, error, refetch } = useQuery({ ...me, staleTime: Infinity });
  if (account) return <SignedIn value={account}>{children}</SignedIn>;
  if (account === null) return <Navigate to={`/sign-in?${new URLSearchParams({ to: pathname + search }).toString()}`} replace />;
  if (error) return <ProblemAlert error={error} onReload={() => void refetch()} />;
  return <Spin fullscreen />;
}

export function useAccount(): Account {
  const account = useContext(SignedIn);
  if (!account) throw new Error("useAccount is for screens inside the shell");
  return account;
}
