/** My teams, then those near: of the community chosen last, its town or the whole city. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { EmptyState } from "@/ui/EmptyState";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import { useKeysetList } from "@/ui/useKeysetList";
import { useTitle } from "@/ui/useTitle";
import card from "./activity/Card.module.css";
import { useLastCommunity } from "./community";
import { CommunityPicker } from "./CommunityPicker";
import { ListEnd } from "./ListEnd";
import { useMyself } from "./myself";
import { Page } from "./Page";
import { Section } from "./Section";
import { messages } from "./team/messages";
import { mineIn, openTeams, type Membership } from "./team/queries";
import { useMembershipStates } from "./team/states";

const AT_ONCE = 20;
const PRESENT = ["asked", "invited", "member"];

function Mine({ volunteerId }: { volunteerId: string }) {
  const t = useMessages(messages);
  const states = useMembershipStates();
  const { data: all } = useQuery(mineIn(volunteerId));
  const present = all?.filter(({ state }) => PRESENT.includes(state)) ?? [];
  return (
    <Section title={t.mine}>
      {all && present.length === 0 && <p className="muted">{t.noneOfMine}</p>}
      <ul className={card.list}>
        {present.map(({ id, team_id, team_name, state, leads }: Membership) => (
          <li key={id} className={card.card}>
            <Link to={`/teams/${team_id}`} className={card.what}>
              <h3>{team_name}</h3>
              <span><StateTag states={states} state={state} /> {leads && t.leads}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Near() {
  const t = useMessages(messages);
  const [area, choose] = useLastCommunity();
  const { request, rows } = useKeysetList(openTeams, { area_id: area || undefined, limit: AT_ONCE });
  return (
    <Section title={t.find}>
      <CommunityPicker any="city" value={area} onChange={choose} />
      <ul className={card.list}>
        {rows.map(({ id, name, field, area_id, members }) => (
          <li key={id} className={card.card}>
            <Link to={`/teams/${id}`} className={card.what}>
              <h3>{name}</h3>
              <span>{t.fields[field]} · {t.members(members)}</span>
              <span className="muted"><AreaName id={area_id} /></span>
            </Link>
          </li>
        ))}
      </ul>
      <ListEnd request={request} isEmpty={rows.length === 0} empty={<EmptyState title={t.empty} advice={t.emptyAdvice} />} />
    </Section>
  );
}

export default function TeamsPage() {
  const t = useMessages(messages);
  const { volunteer } = useMyself();
  useTitle(t.title);
  return (
    <Page title={t.title} from="/mine">
      {volunteer && <Mine volunteerId={volunteer.id} />}
      <Near />
    </Page>
  );
}
