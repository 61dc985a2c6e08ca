/** The states of a deliberation and of what was agreed, as residents read them. */
import { useMessages } from "@/ui/language";
import type { States } from "@/ui/StateTag";
import { messages } from "./messages";
import type { Deliberation } from "./queries";

type State = Deliberation["state"];
type Status = Deliberation["items"][number]["status"];

export function useDeliberationStates(): States<State> {
  const { states } = useMessages(messages);
  return {
    draft: { label: states.draft, tone: "neutral" },
    notified: { label: states.notified, tone: "active" },
    held: { label: states.held, tone: "attention" },
    concluded: { label: states.concluded, tone: "good" },
  };
}

export function useItemStates(): States<Status> {
  const { itemStates } = useMessages(messages);
  return {
    open: { label: itemStates.open, tone: "active" },
    done: { label: itemStates.done, tone: "good" },
    dropped: { label: itemStates.dropped, tone: "neutral" },
  };
}
