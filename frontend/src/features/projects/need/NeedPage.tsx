/** One need: what was heard from whom by which channel, what has become of it, and who acts next. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useParams } from "react-router";
import type { Action } from "@/api/view";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { needChainSteps } from "../chain";
import { MergeDialog } from "./MergeDialog";
import { nextOfNeed } from "./nextOfNeed";
import { factsOfNeed } from "./factsOfNeed";
import { NeedTable } from "./NeedTable";
import { mergedInto, need, needChain, type Need } from "./queries";
import { SourceDialog } from "./SourceDialog";
import { SourceTable } from "./SourceTable";
import { needStates } from "./states";

function MergedNeeds({ of }: { of: Need }) {
  const { data = [], isPending } = useQuery(mergedInto(of));
  return <NeedTable needs={data} isLoading={isPending} empty="没有其他需求并入" />;
}

interface Open {
  dialog: "merger" | "sources";
  action: Action;
  need: Need;
}

export default function NeedPage() {
  const { id = "" } = useParams();
  const [open, setOpen] = useState<Open | null>(null);
  const { data: chain } = useQuery(needChain(id));
  const close = () => setOpen(null);
  return (
    <>
      <RecordPage
        question={need(id)}
        name={({ title }) => title}
        states={needStates}
        area={({ area_id }) => <AreaName id={area_id} />}
        chain={(record) => needChainSteps(record, chain)}
        next={nextOfNeed}
        facts={factsOfNeed}
        tabs={(record) => [
          { key: "sources", label: `来源 ${record.sources.length}`, children: <SourceTable need={record} /> },
          { key: "merged", label: "并入的需求", children: <MergedNeeds of={record} /> },
        ]}
        instead={(record) => ({
          merger: (action) => setOpen({ dialog: "merger", action, need: record }),
          sources: (action) => setOpen({ dialog: "sources", action, need: record }),
        })}
      />
      {open?.dialog === "merger" && <MergeDialog act={open.action.label} need={open.need} onClose={close} />}
      {open?.dialog === "sources" && <SourceDialog act={open.action.label} need={open.need} onClose={close} />}
    </>
  );
}
