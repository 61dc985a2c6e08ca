/** One team: what it does and where, and my way into it or out of it; its leader finds the members here. */
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { useMessages } from "@/ui/language";
import { useTitle } from "@/ui/useTitle";
import { Answered } from "./Answered";
import { FactList } from "./FactList";
import { useMyself } from "./myself";
import { Page } from "./Page";
import { signInHref } from "./SignedIn";
import { Join } from "./team/Join";
import { Members } from "./team/Members";
import { messages } from "./team/messages";
import { MyMembership } from "./team/MyMembership";
import { mineIn, openTeam, type OpenTeam } from "./team/queries";

const PRESENT = ["asked", "invited", "member"];

/** Sign in, register, ask; or what has become of it. */
function Mine({ of }: { of: OpenTeam }) {
  const t = useMessages(messages);
  const { account, volunteer } = useMyself();
  const { data: all } = useQuery({ ...mineIn(volunteer?.id ?? ""), enabled: Boolean(volunteer) });
  const here = `/teams/${of.id}`;
  const mine = all?.filter(({ team_id }) => team_id === of.id) ?? [];
  const present = mine.find(({ state }) => PRESENT.includes(state));
  const asking = of.actions.find(({ name }) => name === "memberships");
  if (present) return <><MyMembership membership={present} />{present.leads && <Members of={of.id} />}</>;
  if (of.state !== "active") return <p>{t.dissolved}</p>;
  if (account === null) return <Link className="act" to={signInHref(here)}>{t.ask}</Link>;
  if (volunteer === null) return <Link className="act" to={`/register?to=${encodeURIComponent(here)}`}>{t.ask}</Link>;
  return (
    <>
      {mine[0] && <MyMembership membership={mine[0]} />}
      {asking && all && <Join action={asking} label={t.ask} question={t.asking(of.name)} />}
    </>
  );
}

export default function TeamPage() {
  const t = useMessages(messages);
  const { id = "" } = useParams();
  const asked = useQuery(openTeam(id));
  const title = asked.data?.name ?? t.title;
  useTitle(title);
  return (
    <Page title={title} from="/teams">
      <Answered query={asked}>
        {(team) => (
          <>
            <FactList
              facts={[
                [t.field, t.fields[team.field]],
                [t.where, <AreaName key="area" id={team.area_id} />],
                [t.size, `${t.members(team.members)} · ${t.since(team.formed_on)}`],
                [t.about, team.description && <span key="about" className="prose">{team.description}</span>],
              ]}
            />
            <Mine of={team} />
          </>
        )}
      </Answered>
    </Page>
  );
}
