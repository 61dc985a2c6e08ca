/** My certificates: those I have, and asking for another. */
import { Link } from "react-router";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { useKeysetList } from "@/ui/useKeysetList";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { Answered } from "./Answered";
import { Ask } from "./certificate/Ask";
import { messages } from "./certificate/messages";
import { Paper } from "./certificate/Paper";
import { certificateList } from "./certificate/queries";
import { ListEnd } from "./ListEnd";
import { useMyself } from "./myself";
import { Page } from "./Page";
import { Section } from "./Section";
import { SignedIn } from "./SignedIn";

function Papers({ volunteerId }: { volunteerId: string }) {
  const t = useMessages(messages);
  const { request, rows } = useKeysetList(certificateList, { limit: 20 });
  const empty = <EmptyState title={t.empty} advice={t.emptyAdvice} />;
  return (
    <>
      <ul className={card.list}>{rows.map((one) => <Paper key={one.id} of={one} />)}</ul>
      <ListEnd request={request} isEmpty={rows.length === 0} empty={empty} />
      <Section title={t.ask}><Ask volunteerId={volunteerId} /></Section>
    </>
  );
}

function Mine() {
  const t = useMessages(messages);
  const { latest: known, error, refetch } = useMyself();
  const wayIn = <EmptyState title={t.registerFirst} act={<Link className="act" to="/register?to=/certificates">{t.register}</Link>} />;
  return <Answered query={{ data: known, error, refetch }}>{(volunteer) => (volunteer ? <Papers volunteerId={volunteer.id} /> : wayIn)}</Answered>;
}

export default function CertificatesPage() {
  const t = useMessages(messages);
  useTitle(t.title);
  return <Page title={t.title} from="/mine" advice={t.advice}><SignedIn>{() => <Mine />}</SignedIn></Page>;
}
