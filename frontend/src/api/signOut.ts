/** Leaving: the session ends at the server, then on every screen and on this device. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { forgetPerson } from "./kept";
import { asProblem, type Problem } from "./problem";
import { endSession, me } from "./session";

interface Leaving {
  signOut: () => void;
  leaving: boolean;
  /** Why one is still signed in. */
  problem: Problem | null;
}

export function useSignOut(): Leaving {
  const queries = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: endSession,
    onSuccess: () => {
      forgetPerson();
      // The mounted screens hear of it, and the cache forgets what this person was told (queries.ts).
      queries.setQueryData(me.queryKey, null);
    },
  });
  return { signOut: () => mutate(), leaving: isPending, problem: error && asProblem(error) };
}
