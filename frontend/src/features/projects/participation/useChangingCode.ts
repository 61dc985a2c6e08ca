/** A code that changes: the one to show now, and how long it stays. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Question } from "@/api/view";
import type { ShownCode } from "./queries";
import { AFTER_REFUSAL, askAgainIn, secondsLeft } from "./renewal";

function useNow(): number {
  const [now, tick] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

export function useChangingCode(question: Question<ShownCode>) {
  const now = useNow();
  const { data, error } = useQuery({
    ...question,
    retry: false,
    staleTime: 0,
    gcTime: 0,
    refetchIntervalInBackground: true,
    refetchInterval: ({ state }) => (state.error ? AFTER_REFUSAL : askAgainIn(state.data?.endsAt, Date.now())),
  });
  return { shown: data, left: data && secondsLeft(data.endsAt, now), error };
}
