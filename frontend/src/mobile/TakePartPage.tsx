/** A resident records having taken part in an activity, by the code shown there. */
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { Link, useSearchParams } from "react-router";
import { useMessages } from "@/ui/language";
import { minuteOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import { When } from "./activity/Happening";
import { activity as activityOf, type Activity } from "./activity/queries";
import { Answered } from "./Answered";
import { CommunityPicker } from "./CommunityPicker";
import { useLastCommunity } from "./community";
import { Field } from "./Field";
import { isSaidByFields, mistakeAt, useFirstMistake } from "./mistakes";
import { Page } from "./Page";
import { messages } from "./participation/messages";
import { begun, join } from "./participation/queries";
import { Refusal } from "./Refusal";
import { RowLink } from "./RowLink";
import { Section } from "./Section";
import { SignedIn } from "./SignedIn";

const DIGITS = 6;

function CodeForm({ activity, known }: { activity: Activity; known: string }) {
  const t = useMessages(messages);
  const [code, setCode] = useState(known);
  const joining = useMutation({ mutationFn: () => join(activity.id, code) });
  useFirstMistake(joining.error);

  function submit(event: FormEvent) {
    event.preventDefault();
    joining.mutate();
  }

  if (joining.isSuccess) {
    return (
      <div className="form">
        <p className="done" role="status">{t.done(activity.title)}</p>
        <Link className="act quiet" to="/mine">{t.mine}</Link>
      </div>
    );
  }
  return (
    <form className="form" onSubmit={submit} noValidate>
      <div><h2>{activity.title}</h2><When {...activity} /></div>
      <Field
        label={t.code}
        inputMode="numeric"
        autoComplete="off"
        enterKeyHint="go"
        maxLength={DIGITS}
        style={{ fontSize: "1.5rem", letterSpacing: "0.2em" }}
        value={code}
        onChange={(event) => setCode(event.target.value.replace(/\D/g, ""))}
        mistake={mistakeAt(joining.error, "/code")}
      />
      <Refusal error={isSaidByFields(joining.error, ["/code"]) ? null : joining.error} />
      <button type="submit" className="act big" disabled={joining.isPending || code.length < DIGITS}>{t.submit}</button>
    </form>
  );
}

function Which() {
  const t = useMessages(messages);
  const [area, setArea] = useLastCommunity();
  const { data, error, refetch } = useQuery({ ...begun(area), enabled: Boolean(area) });
  return (
    <div className="form">
      <CommunityPicker any="town" value={area} onChange={setArea} />
      <Refusal error={error} onRetry={() => void refetch()} />
      {!area && <p className="muted">{t.choose}</p>}
      {data?.length === 0 && <p className="muted" role="status">{t.none}</p>}
      {data && data.length > 0 && (
        <Section title={t.which}>
          {data.map(({ id, title, starts_at }) => (
            <RowLink key={id} to={`/take-part?activity=${id}`} label={title} note={minuteOf(starts_at).slice(5)} />
          ))}
        </Section>
      )}
    </div>
  );
}

function Joining() {
  const [params] = useSearchParams();
  const id = params.get("activity") ?? "";
  const asked = useQuery({ ...activityOf(id), enabled: Boolean(id) });
  const known = (params.get("code") ?? "").replace(/\D/g, "");
  if (!id) return <Which />;
  return <Answered query={asked}>{(activity) => <CodeForm key={activity.id} activity={activity} known={known} />}</Answered>;
}

export default function TakePartPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/mine" advice={t.advice}><SignedIn>{() => <Joining />}</SignedIn></Page>;
}
