/** The form of a need: kept while it is filled in, whole before it is sent, and filled again with what was refused. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Problem } from "@/api/problem";
import { me } from "@/api/session";
import { useMessages } from "@/ui/language";
import { CommunityPicker } from "../CommunityPicker";
import { useLastCommunity } from "../community";
import { useDraft } from "../draft";
import { Field } from "../Field";
import { isSaidByFields, mistakeAt, useFirstMistake } from "../mistakes";
import type { Letter, Sent } from "../outbox";
import { Refusal } from "../Refusal";
import { SelectField } from "../SelectField";
import { TextField } from "../TextField";
import { messages } from "./messages";
import { categories, raise, type Need, type NeedIn } from "./queries";

const POINTERS = ["/title", "/description", "/category", "/area_id", "/contact/name", "/contact/phone"];

/** Without these nobody can take a need up, and offline there is no server to ask for them. */
const NEEDED = ["category", "title", "area_id"] as const;

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
  return { category, title: title.trim(), description: description.trim(), area_id, ...(Object.keys(contact).length > 0 && { contact }) } as NeedIn;
}

function asDraft({ body }: Letter): Draft {
  const { category, title, description = "", area_id, contact } = body as NeedIn;
  return { category, title, description, area_id, name: contact?.name ?? "", phone: contact?.phone ?? "" };
}

interface Props {
  /** What was refused and is mended here. */
  letter: Letter | undefined;
  onSent: (sent: Sent<Need>) => void;
}

export function ReportForm({ letter, onSent }: Props) {
  const t = useMessages(messages);
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  const { data: kinds = [] } = useQuery(categories());
  // Where help is needed says nothing of where its teller looks for activities.
  const [last] = useLastCommunity();
  const empty = { category: "", title: "", description: "", area_id: last, name: "", phone: "" };
  const { values, change, drop } = useDraft<Draft>(letter ? `need:${letter.key}` : "need", letter ? asDraft(letter) : empty, ["name", "phone"]);
  const [asked, setAsked] = useState(0);
  const raising = useMutation({
    mutationFn: () => raise(asSent(values), t.label(values.title.trim())),
    onSuccess: (sent) => {
      drop();
      onSent(sent);
    },
  });
  const error = raising.error ?? (letter?.refusal && !raising.isPending ? new Problem(letter.refusal) : null);
  const missing = NEEDED.filter((field) => !values[field].trim());
  const mistake = (field: (typeof NEEDED)[number]) => (asked > 0 && missing.includes(field) ? t.needed : mistakeAt(error, `/${field}`));
  useFirstMistake(raising.error ?? (missing.length > 0 && asked));

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsked(asked + 1);
    if (missing.length === 0) raising.mutate();
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      <SelectField
        label={t.category}
        nothing={t.choose}
        options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
        value={values.category}
        onChoose={(category) => change({ category })}
        mistake={mistake("category")}
      />
      <Field
        label={t.title}
        placeholder={t.titleExample}
        maxLength={100}
        value={values.title}
        onChange={(event) => change({ title: event.target.value })}
        mistake={mistake("title")}
      />
      <TextField
        label={t.words}
        maxLength={2000}
        value={values.description}
        onChange={(event) => change({ description: event.target.value })}
        mistake={mistakeAt(error, "/description")}
      />
      <CommunityPicker value={values.area_id} onChange={(area_id) => change({ area_id })} mistake={mistake("area_id")} />
      <p className="muted">{t.contact}</p>
      <Field
        label={t.name}
        autoComplete="name"
        maxLength={50}
        value={values.name}
        onChange={(event) => change({ name: event.target.value })}
        mistake={mistakeAt(error, "/contact/name")}
      />
      <Field
        label={t.phone}
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        maxLength={20}
        value={values.phone}
        onChange={(event) => change({ phone: event.target.value })}
        mistake={mistakeAt(error, "/contact/phone")}
      />
      {account === null && <p className="muted">{t.visitor}</p>}
      <Refusal error={isSaidByFields(error, POINTERS) ? null : error} />
      <button type="submit" className="act" disabled={raising.isPending}>{t.submit}</button>
    </form>
  );
}
