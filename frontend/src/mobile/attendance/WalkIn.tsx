/** Joining on the spot without a sign-up: the code on the lead's screen is enough, as long as there is room. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link } from "react-router";
import { asProblem } from "@/api/problem";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { opportunities, opportunitiesOf, type Opportunity } from "../activity/queries";
import { Answered } from "../Answered";
import { Field } from "../Field";
import { isSaidByFields, mistakeAt, useFirstMistake } from "../mistakes";
import { locate } from "../position";
import { Refusal } from "../Refusal";
import { SelectField } from "../SelectField";
import { signupsKey, type Guardian } from "../signup/queries";
import { GuardianFields, isGuardianAsked, type GuardianDraft } from "../volunteer/GuardianFields";
import { CODE_LENGTH, tidy } from "./code";
import { messages } from "./messages";
import { walkIn } from "./queries";

const walkInOf = ({ actions }: Opportunity) => actions.find(({ name }) => name === "walk-ins");

interface Props {
  activityId: string;
  /** From the square that opened the app. */
  known: string;
}

function Form({ list, activityId, known }: Props & { list: Opportunity[] }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const [chosen, choose] = useState(list[0]?.id);
  const [code, setCode] = useState(known);
  const [guardian, setGuardian] = useState<GuardianDraft | null>(null);
  const opportunity = list.find(({ id }) => id === chosen);
  const action = opportunity && walkInOf(opportunity);
  const joining = useMutation({
    mutationFn: async () => walkIn(action as NonNullable<typeof action>, code, await locate(), (guardian as Guardian | null) ?? undefined),
    onError: (error) => setGuardian((given) => given ?? (isGuardianAsked(error) ? {} : null)),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: signupsKey }), queries.invalidateQueries({ queryKey: opportunities.key })]),
  });
  useFirstMistake(joining.error);
  const isFirstAsk = guardian !== null && Object.keys(guardian).length === 0;
  const isUnregistered = joining.error !== null && asProblem(joining.error).type === "not-a-volunteer";

  function submit(event: FormEvent) {
    event.preventDefault();
    joining.mutate();
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      <div><h2>{list[0]?.title}</h2><p className="muted">{t.walkInAdvice}</p></div>
      {list.length > 1 && <SelectField label={t.role} nothing={t.role} options={list.map(({ id, role_name }) => ({ value: id, label: role_name }))} value={chosen ?? ""} onChoose={choose} />}
      <Field
        label={t.code}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={CODE_LENGTH + 4}
        style={{ fontSize: "1.5rem", letterSpacing: "0.15em" }}
        value={code}
        onChange={(event) => setCode(tidy(event.target.value))}
        mistake={mistakeAt(joining.error, "/code")}
      />
      {guardian && <GuardianFields value={guardian} onChange={(part) => setGuardian({ ...guardian, ...part })} error={joining.error} />}
      <Refusal error={isFirstAsk || isSaidByFields(joining.error, ["/code"]) ? null : joining.error} />
      {isUnregistered && <Link className="act quiet" to={`/register?to=${encodeURIComponent(`/check-in?activity=${activityId}`)}`}>{t.register}</Link>}
      <button type="submit" className="act big" disabled={joining.isPending || code.length < CODE_LENGTH}>{t.walkIn}</button>
    </form>
  );
}

export function WalkIn(props: Props) {
  const t = useMessages(messages);
  const asked = useQuery(opportunitiesOf(props.activityId));
  return (
    <Answered query={asked}>
      {(all) => {
        const list = all.filter((each) => walkInOf(each));
        if (list.length > 0) return <Form {...props} list={list} />;
        return <EmptyState title={t.notMine} act={<Link className="act" to={`/activities/${props.activityId}`}>{t.see}</Link>} />;
      }}
    </Answered>
  );
}
