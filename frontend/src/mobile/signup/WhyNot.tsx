/** Why nobody can sign up now, once above all the buttons that are grey for it: it could not be told who this is, or for what already. */
import { useQuery } from "@tanstack/react-query";
import { useMyself } from "../myself";
import { Refusal } from "../Refusal";
import { signupsOf } from "./queries";

export function WhyNot() {
  const { account, error, refetch } = useMyself();
  const signups = useQuery({ ...signupsOf(account?.id ?? ""), enabled: Boolean(account) });
  if (error) return <Refusal error={error} onRetry={refetch} />;
  return <Refusal error={signups.data ? null : signups.error} onRetry={() => void signups.refetch()} />;
}
