/** Sending a sign-in code to a phone, with the wait before another may be asked for. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { outbox, sendCode } from "@/api/session";

const WAIT_SECONDS = 60;

export function usePhoneCode() {
  const [waits, setWaits] = useState(0);
  const [phone, setPhone] = useState("");
  const sending = useMutation({
    mutationFn: sendCode,
    onSuccess: (_challenge, number) => {
      setPhone(number);
      setWaits(WAIT_SECONDS);
    },
  });

  useEffect(() => {
    if (waits === 0) return;
    const timer = setTimeout(() => setWaits(waits - 1), 1000);
    return () => clearTimeout(timer);
  }, [waits]);

  // Only the demo answers here; elsewhere the list is empty.
  const sent = useQuery({ ...outbox, queryKey: [...outbox.queryKey, sending.data], enabled: sending.isSuccess });
  const own = sent.data?.filter((message) => message.phone === phone || message.phone.slice(-4) === phone.slice(-4));
  return {
    send: (number: string) => sending.mutate(number),
    isSending: sending.isPending,
    error: sending.error,
    challengeId: sending.data,
    waits,
    demoText: own?.sort((one, other) => other.sent_at.localeCompare(one.sent_at))[0]?.text,
  };
}
