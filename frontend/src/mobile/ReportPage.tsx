/** Telling the community what is needed: signed in or not, with a network or without. */
import { useState } from "react";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "@tanstack/react-query";
import { me } from "@/api/session";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { messages as frame } from "./messages";
import { messages } from "./need/messages";
import type { Need } from "./need/queries";
import { ReportForm } from "./need/ReportForm";
import { discard, refused, type Sent } from "./outbox";
import { Page } from "./Page";

function Done({ sent, onAnother }: { sent: Sent<Need>; onAnother: () => void }) {
  const t = useMessages(messages);
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  return (
    <div className="form">
      <p className="done" role="status">{sent.state === "waiting" ? t.kept : account ? t.sent : t.sentVisitor}</p>
      {sent.state === "sent" && account && <Link className="act" to={`/needs/${sent.answer.id}`}>{t.follow}</Link>}
      <button type="button" className="act quiet" onClick={onAnother}>{t.another}</button>
    </div>
  );
}

export default function ReportPage() {
  const t = useMessages(messages);
  const { tabs } = useMessages(frame);
  const [params, setParams] = useSearchParams();
  const [sent, setSent] = useState<Sent<Need> | null>(null);
  const again = params.get("letter");
  useTitle(tabs.report);

  function done(now: Sent<Need>) {
    if (again) discard(again);
    setSent(now);
    setParams({}, { replace: true });
  }

  if (sent && !again) return <Page title={tabs.report}><Done sent={sent} onAnother={() => setSent(null)} /></Page>;
  return (
    <Page title={tabs.report} advice={t.advice}>
      <ReportForm key={again} letter={refused(again)} onSent={done} />
    </Page>
  );
}
