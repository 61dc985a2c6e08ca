/** My data: everything that is kept of me, to read and to take away. */
import { useQuery } from "@tanstack/react-query";
import { Navigate } from "react-router";
import type { Account } from "@/api/session";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { Answered } from "./Answered";
import { FactList } from "./FactList";
import { useMyself, type Volunteer } from "./myself";
import { Consents } from "./own/Consents";
import { messages } from "./own/messages";
import { exportHref, mine } from "./own/queries";
import { Page } from "./Page";
import { Section } from "./Section";
import { SignedIn } from "./SignedIn";
import { volunteer as volunteerOf } from "./volunteer/queries";

function Kept({ volunteer, account }: { volunteer: Volunteer; account: Account }) {
  const t = useMessages(messages);
  // Consents are withdrawn on the version that is known now.
  const { data: latest = volunteer } = useQuery(volunteerOf(volunteer.id));
  return (
    <>
      <Answered query={useQuery(mine(account.id))}>
        {({ sections }) => <FactList facts={sections.filter(({ count }) => count > 0).map(({ title, count }) => [title, t.records(count)])} />}
      </Answered>
      <p className="muted">{t.correct}</p>
      <Section title={t.take}>
        <div className="form">
          <a className="act" href={exportHref("html")} download>{t.asPage}</a>
          <a className="act quiet" href={exportHref("json")} download>{t.asJson}</a>
        </div>
      </Section>
      <Consents volunteer={latest} />
    </>
  );
}

function Mine({ account }: { account: Account }) {
  const { latest, error, refetch } = useMyself();
  return <Answered query={{ data: latest, error, refetch }}>{(known) => (known ? <Kept volunteer={known} account={account} /> : <Navigate to="/mine" replace />)}</Answered>;
}

export default function MyDataPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/mine" advice={t.advice}><SignedIn>{(account) => <Mine account={account} />}</SignedIn></Page>;
}
