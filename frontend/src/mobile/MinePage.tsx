/** Me: who I am here, what waits for me, what I have done; view, language, signing out. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { me, type Account } from "@/api/session";
import { useSignOut } from "@/api/signOut";
import { AreaName } from "@/ui/AreaName";
import { useLanguage, useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { ElderSwitch } from "./ElderSwitch";
import { messages as honours } from "./honour/messages";
import { Loading } from "./Loading";
import { messages } from "./messages";
import { useMyself } from "./myself";
import { messages as needs } from "./need/messages";
import styles from "./MinePage.module.css";
import { messages as own } from "./own/messages";
import { Page } from "./Page";
import { messages as participation } from "./participation/messages";
import { Refusal } from "./Refusal";
import { RowLink } from "./RowLink";
import { SignedIn } from "./SignedIn";
import { messages as signups } from "./signup/messages";
import { messages as surveys } from "./survey/messages";
import { invitations } from "./survey/queries";
import { messages as trainings } from "./training/messages";
import { messages as teams } from "./team/messages";
import { messages as volunteers } from "./volunteer/messages";

function WhoIAm({ account }: { account: Account }) {
  const t = useMessages(volunteers);
  const { volunteer, latest, error, refetch } = useMyself();
  if (volunteer === undefined) return <div className={styles.who}>{account.display_name}<Refusal error={error} onRetry={refetch} /></div>;
  if (volunteer === null && latest?.continued_as_id) return <p className={styles.who}>{account.display_name}<span role="status">{t.continued}</span></p>;
  if (volunteer === null) return <p className={styles.who}>{account.display_name}<Link className="act" to="/register">{t.register}</Link></p>;
  return (
    <p className={styles.who}>
      <strong>{volunteer.name}</strong>
      <span className="muted"><AreaName id={volunteer.area_id} /> · {t.number} <span className="figures">{volunteer.number}</span></span>
    </p>
  );
}

function Mine({ account }: { account: Account }) {
  const t = {
    needs: useMessages(needs),
    signups: useMessages(signups),
    surveys: useMessages(surveys),
    participation: useMessages(participation),
    teams: useMessages(teams),
    volunteers: useMessages(volunteers),
    trainings: useMessages(trainings),
    honours: useMessages(honours),
    own: useMessages(own),
  };
  const { volunteer, latest } = useMyself();
  const { data: waiting } = useQuery(invitations(account.id, "waiting"));
  return (
    <>
      <WhoIAm account={account} />
      <RowLink to="/surveys" label={t.surveys.title} waiting={waiting?.length} />
      <RowLink to="/signups" label={t.signups.title} />
      <RowLink to="/teams" label={t.teams.title} />
      <RowLink to="/needs" label={t.needs.mine} />
      <RowLink to="/take-part" label={t.participation.title} />
      {volunteer && <RowLink to="/trainings" label={t.trainings.title} />}
      {volunteer && <RowLink to="/stars" label={t.honours.title} />}
      {volunteer && <RowLink to="/profile" label={t.volunteers.profile} />}
      {latest && <RowLink to="/data" label={t.own.title} />}
    </>
  );
}

export default function MinePage() {
  const t = useMessages(messages);
  const { language, choose } = useLanguage();
  const { signOut, leaving, problem } = useSignOut();
  const { data: account } = useQuery({ ...me, staleTime: Infinity });
  const { volunteer, error } = useMyself();
  const other = language === "zh" ? "en" : "zh";
  useTitle(t.tabs.mine);

  // Which rows there are depends on who looks: none is shown first and pushed away then.
  if (volunteer === undefined && !error) return <Page title={t.tabs.mine} beside={<ElderSwitch />}><Loading /></Page>;
  return (
    <Page title={t.tabs.mine} beside={<ElderSwitch />}>
      <SignedIn>{(person) => <Mine account={person} />}</SignedIn>
      <RowLink to="/deliberations" label={t.deliberations} />
      <div className={`form ${styles.ways}`}>
        <Refusal error={problem} />
        {account && <button type="button" className="act quiet" disabled={leaving} onClick={signOut}>{t.signOut}</button>}
        <button type="button" className="act quiet" lang={other === "en" ? "en" : "zh-CN"} onClick={() => choose(other)}>{t.otherLanguage}</button>
      </div>
    </Page>
  );
}
