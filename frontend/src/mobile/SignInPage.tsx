/** Signing in by a code sent to the phone. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { useNavigate, useSearchParams } from "react-router";
import { me, signInByCode } from "@/api/session";
import { useMessages } from "@/ui/language";
import { usePhoneCode } from "@/ui/usePhoneCode";
import { useTitle } from "@/ui/useTitle";
import { Field } from "./Field";
import { messages } from "./messages";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { safePath } from "./safePath";

export default function SignInPage() {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const [phone, setPhone] = useState("");
  const [code, setCode] = useState("");
  const [asked, setAsked] = useState<"code" | "entry" | null>(null);
  const sent = usePhoneCode();
  const entry = useMutation({
    mutationFn: () => signInByCode(sent.challengeId ?? "", code),
    onSuccess: async () => {
      await queries.resetQueries({ queryKey: me.queryKey });
      void navigate(safePath(params.get("to")), { replace: true });
    },
  });
  const phoneIsRight = /^1\d{10}$/.test(phone);
  const codeIsRight = /^\d{6}$/.test(code);
  useTitle(t.signIn);

  function send() {
    setAsked("code");
    if (phoneIsRight) sent.send(phone);
  }

  function enter(event: FormEvent) {
    event.preventDefault();
    setAsked("entry");
    if (phoneIsRight && codeIsRight && sent.challengeId) entry.mutate();
  }

  const sending = (
    <button type="button" className="act quiet" onClick={send} disabled={sent.waits > 0 || sent.isSending}>
      {sent.waits > 0 ? t.sendAgain(sent.waits) : t.sendCode}
    </button>
  );
  return (
    <Page title={t.signInTitle} from="/mine" advice={t.signInAdvice}>
      <form className="form" onSubmit={enter} noValidate>
        <Field
          label={t.phone}
          type="tel"
          inputMode="numeric"
          autoComplete="tel-national"
          maxLength={11}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
          mistake={asked && !phoneIsRight ? t.phoneWrong : undefined}
        />
        <Field
          label={t.code}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          mistake={asked === "entry" && !codeIsRight ? t.codeWrong : undefined}
          beside={sending}
        />
        {sent.demoText && <p className="muted" role="status">{t.demoCode(sent.demoText)}</p>}
        <Refusal error={entry.error ?? sent.error} />
        <button type="submit" className="act" disabled={entry.isPending}>{t.signIn}</button>
      </form>
    </Page>
  );
}
