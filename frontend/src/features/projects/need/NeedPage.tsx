/** One need: what was heard from whom by which channel, what has become of it, and who acts next. */
import { useQuery } from "@tanstack/react-query";
import { useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { useOutcome } from "../activity/useOutcome";
import { needChainSteps } from "../chain";
import { DeliberationsOf } from "../deliberation/DeliberationsOf";
import { deliberationsOfNeed } from "../deliberation/queries";
import { conveners, proposers } from "../roles";
import { useHolds } from "../useHolds";
import { MergeDialog } from "./MergeDialog";
import { nextOfNeed } from "./nextOfNeed";
import { factsOfNeed } from "./factsOfNeed";
import { NeedTable } from "./NeedTable";
import { mergedInto, need, needChain, type Need } from "./queries";
import { SourceDialog } from "./SourceDialog";
import { SourceTable } from "./SourceTable";
import { needStates } from "./states";

function MergedNeeds({ of }: { of: Need }) {
  const { data, isPending } = useQuery(mergedInto(of));
  return <NeedTable needs={data?.items ?? []} isLoading={isPending} empty="没有其他需求并入" />;
}

export default function NeedPage() {
  const { id = "" } = useParams();
  const { data: chain } = useQuery(needChain(id));
  const { data: talks } = useQuery(deliberationsOfNeed(id));
  const mayPropose = useHolds(proposers) === true;
  const mayConvene = useHolds(conveners) === true;
  const outcome = useOutcome(chain?.activities.length === 1 ? chain.activities[0] : undefined);
  return (
    <RecordPage
      question={need(id)}
      name={({ title }) => title}
      states={needStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      chain={(record) => needChainSteps(record, chain, outcome)}
      next={(record) => nextOfNeed(record, mayPropose, mayConvene, talks)}
      facts={factsOfNeed}
      tabs={(record) => [
        { key: "sources", label: `来源 ${record.sources.length}`, children: <SourceTable need={record} /> },
        { key: "deliberations", label: `议事 ${talks?.length ?? ""}`, children: <DeliberationsOf deliberations={talks} /> },
        { key: "merged", label: "由其他需求并入", children: <MergedNeeds of={record} /> },
      ]}
      dialogs={{
        merger: ({ record, ...asked }) => <MergeDialog need={record} {...asked} />,
        sources: ({ record, ...asked }) => <SourceDialog need={record} {...asked} />,
      }}
    />
  );
}
