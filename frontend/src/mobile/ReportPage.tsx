/** Telling the community what is needed: signed in or not, with a network or without. */
import { useMutation, useQuery } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { Link } from "react-router";
import { me } from "@/api/session";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { CommunityPicker } from "./CommunityPicker";
import { useLastCommunity } from "./community";
import { useDraft } from "./draft";
import { Field } from "./Field";
import { messages as frame } from "./messages";
import { isSaidByFields, mistakeAt, useFirstMistake } from "./mistakes";
import { lastAccount } from "./myself";
import { messages } from "./need/messages";
import { categories, raise, type NeedIn } from "./need/queries";
import type { Need } from "./need/queries";
import type { Sent } from "./outbox";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { SelectField } from "./SelectField";
import { TextField } from "./TextField";

const POINTERS = ["/title", "/description", "/category", "/area_id", "/contact/name", "/contact/phone"];

interface Draft {
  category: string;
  title: string;
  description: string;
  area_id: string;
  name: string;
  phone: string;
}

function asSent({ name, phone, title, description, category, area_id }: Draft): NeedIn {
  const contact = { ...(name.trim() && { name: name.trim() }), ...(phone.trim() && { phone: phone.trim() }) };
  const chosen = { ...(category && { category }), ...(area_id && { area_id }) };
  return { ...chosen, title: title.trim(), description: description.trim(), ...(Object.keys(contact).length > 0 && { contact }) } as NeedIn;
}

function Done({ sent, isVisitor, onAnother }: { sent: Sent<Need>; isVisitor: boolean; onAnother: () => void }) {
  const t = useMessages(messages);
  return (
    <div className="form">
      <p className="done" role="status">{sent.state === "waiting" ? t.kept : isVisitor ? t.sentVisitor : t.sent}</p>
      {sent.state === "sent" && !isVisitor && <Link className="act" to={`/needs/${sent.answer.id}`}>{t.follow}</Link>}
      <button type="button" className="act quiet" onClick={onAnother}>{t.another}</button>
    </div>
  );
}

export default function ReportPage() {
  const t = useMessages(messages);
  const { tabs } = useMessages(frame);
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  const { data: kinds = [] } = useQuery(categories());
  const [last, keepLast] = useLastCommunity();
  const { values, change, drop } = useDraft<Draft>("need", { category: "", title: "", description: "", area_id: last, name: "", phone: "" });
  const raising = useMutation({
    mutationFn: () => raise(asSent(values), t.label(values.title.trim()), account === undefined ? lastAccount() : (account?.id ?? null)),
    onSuccess: () => {
      keepLast(values.area_id);
      drop();
    },
  });
  const { error } = raising;
  useTitle(tabs.report);
  useFirstMistake(error);

  function submit(event: FormEvent) {
    event.preventDefault();
    raising.mutate();
  }

  if (raising.data) return <Page title={tabs.report}><Done sent={raising.data} isVisitor={!account} onAnother={() => raising.reset()} /></Page>;
  return (
    <Page title={tabs.report} advice={t.advice}>
      <form className="form" onSubmit={submit} noValidate>
        <SelectField label={t.category} nothing={t.choose} options={kinds.map(({ code, name }) => ({ value: code, label: name }))} value={values.category} onChoose={(category) => change({ category })} mistake={mistakeAt(error, "/category")} />
        <Field label={t.title} placeholder={t.titleExample} maxLength={100} value={values.title} onChange={(event) => change({ title: event.target.value })} mistake={mistakeAt(error, "/title")} />
        <TextField label={t.words} maxLength={2000} value={values.description} onChange={(event) => change({ description: event.target.value })} mistake={mistakeAt(error, "/description")} />
        <CommunityPicker value={values.area_id} onChange={(area_id) => change({ area_id })} mistake={mistakeAt(error, "/area_id")} />
        <p className="muted">{t.contact}</p>
        <Field label={t.name} autoComplete="name" maxLength={50} value={values.name} onChange={(event) => change({ name: event.target.value })} mistake={mistakeAt(error, "/contact/name")} />
        <Field label={t.phone} type="tel" inputMode="tel" autoComplete="tel-national" maxLength={20} value={values.phone} onChange={(event) => change({ phone: event.target.value })} mistake={mistakeAt(error, "/contact/phone")} />
        {account === null && <p className="muted">{t.visitor}</p>}
        <Refusal error={isSaidByFields(error, POINTERS) ? null : error} />
        <button type="submit" className="act" disabled={raising.isPending}>{t.submit}</button>
      </form>
    </Page>
  );
}
