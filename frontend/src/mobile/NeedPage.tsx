/** One need of mine: what happens next, and the way it has come. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import { Answered } from "./Answered";
import { FactList } from "./FactList";
import { messages } from "./need/messages";
import { categories, chain as chainOf, need as needOf, type Need } from "./need/queries";
import { useNeedStates } from "./need/states";
import { Way } from "./need/Way";
import { useMyself } from "./myself";
import { Page } from "./Page";
import { SignedIn } from "./SignedIn";

function Facts({ need }: { need: Need }) {
  const t = useMessages(messages);
  const states = useNeedStates();
  const { data: chain } = useQuery(chainOf(need.id));
  const { data: kinds = [] } = useQuery(categories());
  const because = need.declined_because && ` ${t.declinedBecause(need.declined_because)}`;
  return (
    <>
      <p><StateTag states={states} state={need.state} /> {t.next[need.state]}{because}</p>
      {chain && need.state !== "declined" && <Way chain={chain} />}
      <FactList
        facts={[
          [t.category, kinds.find(({ code }) => code === need.category)?.name ?? ""],
          [t.steps.raised, dayOf(need.raised_at)],
          [t.where, <AreaName key="area" id={need.area_id} />],
          [t.said, need.description && <span key="said" className="prose">{need.description}</span>],
        ]}
      />
    </>
  );
}

export default function NeedPage() {
  const t = useMessages(messages);
  const { id = "" } = useParams();
  const { account } = useMyself();
  const asked = useQuery({ ...needOf(id), enabled: Boolean(account) });
  const title = asked.data?.title ?? t.mine;
  useTitle(title);
  return (
    <Page title={title} from="/needs">
      <SignedIn>{() => <Answered query={asked}>{(need) => <Facts need={need} />}</Answered>}</SignedIn>
    </Page>
  );
}
