/** A child whose guardian has withdrawn consent is told to stay until it is handed over. */
import { useQuery } from "@tanstack/react-query";
import { useMessages } from "@/ui/language";
import { messages } from "./messages";
import { attendanceOf } from "./queries";

const ASK_AGAIN = 30_000;

export function Handover({ signupId }: { signupId: string }) {
  const t = useMessages(messages);
  // The guardian withdraws elsewhere, while this page is open.
  const { data } = useQuery({ ...attendanceOf(signupId), refetchInterval: ASK_AGAIN });
  return data?.awaits_handover ? <p role="status"><strong>{t.awaitsHandover}</strong></p> : null;
}
