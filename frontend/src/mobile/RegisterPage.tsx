/** Registering as a volunteer: few fields, all of them judged by the server. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link, useNavigate, useSearchParams } from "react-router";
import type { Account } from "@/api/session";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { opportunities } from "./activity/queries";
import { Answered } from "./Answered";
import { CommunityPicker } from "./CommunityPicker";
import { useLastCommunity } from "./community";
import { useDraft } from "./draft";
import { Field } from "./Field";
import { isSaidByFields, mistakeAt, useFirstMistake } from "./mistakes";
import { registration, useMyself } from "./myself";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { SelectField } from "./SelectField";
import { SignedIn } from "./SignedIn";
import { safePath } from "./safePath";
import { GroupChoices } from "./volunteer/GroupChoices";
import { GuardianFields, isGuardianAsked } from "./volunteer/GuardianFields";
import { messages } from "./volunteer/messages";
import { isUnderFourteen } from "./volunteer/age";
import { Notice, type Agreeing } from "./volunteer/Notice";
import { register, type Registration } from "./volunteer/queries";

const POINTERS = ["/name", "/id_type", "/id_number", "/born_on", "/area_id", "/guardian"];

type Filled = Partial<Registration>;

/** Stays in the page alone. */
const WHO: (keyof Registration)[] = ["name", "id_number", "born_on", "guardian"];

/** What the form holds, as the server takes it; what is missing it will name. */
const asSent = ({ guardian, born_on, area_id, ...rest }: Filled): Registration =>
  ({ ...rest, ...(area_id && { area_id }), ...(born_on && { born_on }), ...(guardian && Object.keys(guardian).length > 0 && { guardian }) }) as Registration;

function RegistrationForm({ account, to }: { account: Account; to: string }) {
  const t = useMessages(messages);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [last, keepLast] = useLastCommunity();
  const { values, change, drop } = useDraft<Filled>("registration", { id_type: "resident_id", area_id: last, groups: [] }, WHO);
  const registering = useMutation({
    mutationFn: (filled: Filled) => register(asSent(filled)),
    onSuccess: async (volunteer) => {
      drop();
      keepLast(volunteer.area_id);
      queries.setQueryData(registration(account.id).queryKey, volunteer);
      // What was answered to somebody not registered offers nothing to sign up for.
      queries.removeQueries({ queryKey: opportunities.key });
      await navigate(to, { replace: true, state: { said: t.justRegistered(volunteer.number) } });
    },
  });
  const { error } = registering;
  const [asks, setAsks] = useState({ guardian: false, bornOn: false });
  const asked = { guardian: asks.guardian || isGuardianAsked(error), bornOn: asks.bornOn || mistakeAt(error, "/born_on") !== undefined };
  const isChild = asked.guardian || isUnderFourteen(values.id_number ?? "");
  const who: Agreeing = isChild ? "guardian" : "self";
  const isFirstAsk = isGuardianAsked(error) && !values.guardian;
  const [agreed, setAgreed] = useState<Agreeing | null>(null);
  const [refused, refuse] = useState<{ who: Agreeing } | null>(null);
  useFirstMistake(error);
  useFirstMistake(refused);

  function submit(event: FormEvent) {
    event.preventDefault();
    setAsks(asked);
    // Of who turns out not to be a child, no guardian is told.
    if (agreed === who) registering.mutate(isChild ? values : { ...values, guardian: undefined });
    else refuse({ who });
  }

  return (
    <form className="form" onSubmit={submit} noValidate>
      <Field
        label={t.name}
        autoComplete="name"
        maxLength={50}
        value={values.name ?? ""}
        onChange={(event) => change({ name: event.target.value })}
        mistake={mistakeAt(error, "/name")}
      />
      <SelectField
        label={t.idType}
        nothing={t.choose}
        options={Object.entries(t.idTypes).map(([value, label]) => ({ value, label }))}
        value={values.id_type}
        onChoose={(type) => change({ id_type: type as Registration["id_type"] })}
        mistake={mistakeAt(error, "/id_type")}
      />
      <Field
        label={t.idNumber}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        maxLength={30}
        value={values.id_number ?? ""}
        onChange={(event) => change({ id_number: event.target.value })}
        mistake={mistakeAt(error, "/id_number")}
      />
      <p className="muted">{t.idAdvice}</p>
      {asked.bornOn && (
        <Field
          label={t.bornOn}
          type="date"
          value={values.born_on ?? ""}
          onChange={(event) => change({ born_on: event.target.value })}
          mistake={mistakeAt(error, "/born_on")}
        />
      )}
      <CommunityPicker value={values.area_id ?? ""} onChange={(area_id) => change({ area_id })} mistake={mistakeAt(error, "/area_id")} />
      <GroupChoices chosen={values.groups ?? []} onChoose={(groups) => change({ groups })} />
      {isChild && (
        <GuardianFields
          value={values.guardian ?? {}}
          onChange={(part) => change({ guardian: { ...values.guardian, ...part } as Registration["guardian"] })}
          error={error}
        />
      )}
      <Notice who={who} isAgreed={agreed === who} onAgree={(is) => setAgreed(is ? who : null)} isMissing={agreed !== who && refused?.who === who} />
      <Refusal error={isSaidByFields(error, POINTERS) && !isFirstAsk ? null : error} />
      <button type="submit" className="act" disabled={registering.isPending}>{t.submit}</button>
    </form>
  );
}

function Registering({ account }: { account: Account }) {
  const t = useMessages(messages);
  const { volunteer, error, refetch } = useMyself();
  const [params] = useSearchParams();
  const to = safePath(params.get("to"));
  const registered = <EmptyState title={t.registered} act={<Link className="act" to={to}>{t.goOn}</Link>} />;
  return (
    <Answered query={{ data: volunteer, error, refetch }}>
      {(known) => (known ? registered : <RegistrationForm account={account} to={to} />)}
    </Answered>
  );
}

export default function RegisterPage() {
  const t = useMessages(messages);
  useTitle(t.register);
  return <Page title={t.register} from="/mine" advice={t.registerAdvice}><SignedIn>{(account) => <Registering account={account} />}</SignedIn></Page>;
}
