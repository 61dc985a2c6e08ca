/** Above a list that could not be asked for again: why, and how old it is. */
import { useMessages } from "@/ui/language";
import { minuteOf } from "@/ui/times";
import { messages } from "./messages";
import { Refusal } from "./Refusal";

export function SeenBefore({ at, request }: { at: Date; request: { error: unknown; refetch: () => unknown } }) {
  const t = useMessages(messages);
  return (
    <>
      <Refusal error={request.error} onRetry={() => void request.refetch()} />
      <p className="muted" role="status">{t.lastSeen(minuteOf(at))}</p>
    </>
  );
}
