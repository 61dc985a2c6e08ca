/** One deliberation as everybody may read it: what is talked over when and where, what came of it, what was done. */
import { useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import { RecordPage } from "@/ui/RecordPage";
import { openFacts } from "./factsOfDeliberation";
import { ItemsTable } from "./ItemsTable";
import { nextOf } from "./nextOfDeliberation";
import { PartyTable, useRule } from "./parties";
import { shownDeliberation } from "./queries";
import { deliberationStates } from "./states";

export default function OpenDeliberationPage() {
  const { id = "" } = useParams();
  const rule = useRule();
  return (
    <RecordPage
      question={shownDeliberation(id)}
      name={({ topic }) => topic}
      states={deliberationStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={(record) => nextOf(record, rule)}
      facts={openFacts}
      tabs={(record) => [
        { key: "items", label: `执行事项 ${record.items.length}`, children: <ItemsTable of={record} /> },
        { key: "parties", label: "参与各方", children: <PartyTable of={record} /> },
      ]}
    />
  );
}
