/** The guardian's consent, asked for where the server says that the age asks for it. */
import { useMessages } from "@/ui/language";
import { Choices } from "../Choices";
import { Field } from "../Field";
import { mistakeAt } from "../mistakes";
import { SelectField } from "../SelectField";
import type { Guardian } from "../signup/queries";
import { messages } from "./messages";

export type GuardianDraft = Partial<Guardian>;

/** Whether the server has asked for it. */
export const isGuardianAsked = (error: unknown) => mistakeAt(error, "/guardian") !== undefined;

interface Props {
  value: GuardianDraft;
  onChange: (part: GuardianDraft) => void;
  error: unknown;
  /** Whether a child of this age comes with an adult. */
  companion?: boolean;
}

export function GuardianFields({ value, onChange, error, companion }: Props) {
  const t = useMessages(messages);
  const relations = Object.entries(t.relations).map(([relation, label]) => ({ value: relation, label }));
  return (
    <>
      <p>{t.guardianAdvice}</p>
      <Field
        label={t.guardianName}
        autoComplete="off"
        maxLength={50}
        value={value.name ?? ""}
        onChange={(event) => onChange({ name: event.target.value })}
        mistake={mistakeAt(error, "/guardian/name")}
      />
      <Field
        label={t.guardianPhone}
        type="tel"
        inputMode="tel"
        autoComplete="off"
        maxLength={20}
        value={value.phone ?? ""}
        onChange={(event) => onChange({ phone: event.target.value })}
        mistake={mistakeAt(error, "/guardian/phone")}
      />
      <SelectField
        label={t.guardianRelation}
        nothing={t.choose}
        options={relations}
        value={value.relation ?? ""}
        onChoose={(relation) => onChange({ relation: relation as Guardian["relation"] })}
        mistake={mistakeAt(error, "/guardian/relation")}
      />
      {companion && (
        <Choices
          legend={t.companion}
          several
          options={[{ value: "accompanies", label: t.accompanies }]}
          chosen={value.accompanies ? ["accompanies"] : []}
          onChoose={(chosen) => onChange({ accompanies: chosen.length > 0 })}
        />
      )}
    </>
  );
}
