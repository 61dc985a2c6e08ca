/** One need of mine: what happens next, and the way it has come. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { useMessages } from "@/ui/language";
import { StateTag } from "@/ui/StateTag";
import { dayOf } from "@/ui/times";
import { useTitle } from "@/ui/useTitle";
import { FactList } from "./FactList";
import { Loading } from "./Loading";
import { messages } from "./need/messages";
import { categories, chain as chainOf, need as needOf } from "./need/queries";
import { useNeedStates } from "./need/states";
import { Way } from "./need/Way";
import { Page } from "./Page";
import { Refusal } from "./Refusal";
import { SignedIn } from "./SignedIn";

function Mine({ id }: { id: string }) {
  const t = useMessages(messages);
  const states = useNeedStates();
  const { data: need, error } = useQuery(needOf(id));
  const { data: chain } = useQuery(chainOf(id));
  const { data: kinds = [] } = useQuery(categories());
  useTitle(need?.title);
  if (error) return <Refusal error={error} />;
  if (!need) return <Loading />;
  return (
    <Page title={need.title} from="/needs">
      <p><StateTag states={states} state={need.state} /> {t.next[need.state]}{need.declined_because && ` ${t.declinedBecause(need.declined_because)}`}</p>
      {chain && need.state !== "declined" && <Way chain={chain} />}
      <FactList
        facts={[
          [t.category, kinds.find(({ code }) => code === need.category)?.name ?? ""],
          [t.steps.raised, dayOf(need.raised_at)],
          [t.where, <AreaName key="area" id={need.area_id} />],
          [t.said, need.description && <span key="said" className="prose">{need.description}</span>],
        ]}
      />
    </Page>
  );
}

export default function NeedPage() {
  const { id = "" } = useParams();
  return <SignedIn>{() => <Mine id={id} />}</SignedIn>;
}
