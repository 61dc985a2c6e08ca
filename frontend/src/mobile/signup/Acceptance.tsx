/** Who moved up shortly before the start says that they come. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { act } from "@/api/client";
import { useMessages } from "@/ui/language";
import { minuteOf } from "@/ui/times";
import { Refusal } from "../Refusal";
import { messages } from "./messages";
import { signupsKey, type Signup } from "./queries";

export function Acceptance({ signup }: { signup: Signup }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const action = signup.actions.find(({ name }) => name === "acceptance");
  const accepting = useMutation({
    mutationFn: () => act(action as NonNullable<typeof action>, signup.version),
    onSettled: () => queries.invalidateQueries({ queryKey: signupsKey }),
  });
  if (!action || !signup.answer_by) return null;
  return (
    <>
      <p role="status"><strong>{t.answerBy(minuteOf(signup.answer_by).slice(5))}</strong></p>
      <Refusal error={accepting.error} />
      <button type="button" className="act" disabled={accepting.isPending} onClick={() => accepting.mutate()}>{t.accept}</button>
    </>
  );
}
