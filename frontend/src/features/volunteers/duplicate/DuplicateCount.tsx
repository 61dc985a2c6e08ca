/** How many pairs wait to be judged, beside the menu's entry. */
import { useQuery } from "@tanstack/react-query";
import { count } from "@/ui/amounts";
import { waitingDuplicates } from "./queries";

const ASK_AGAIN = 10 * 60_000;

export function DuplicateCount() {
  const { data = 0 } = useQuery({ ...waitingDuplicates, staleTime: ASK_AGAIN, refetchInterval: ASK_AGAIN });
  return data > 0 ? <span className="muted figures">{count(data)} 对</span> : null;
}
