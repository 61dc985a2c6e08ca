/** One thing that was agreed to be done: who answers for it until when, and what everybody is told became of it. */
import { Link, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { RecordPage } from "@/ui/RecordPage";
import { needReaders } from "../roles";
import { useHolds } from "../useHolds";
import { DeliberationTitle } from "./DeliberationTitle";
import { FeedbackDialog } from "./FeedbackDialog";
import { item, type ShownItem } from "./queries";
import { Responsible } from "./Responsible";
import { itemStates } from "./states";

const factsOf = (record: ShownItem, readsRecord: boolean): Fact[] => [
  { label: "责任方", value: <Responsible of={record} area={record.area_id} /> },
  { label: "办理期限", value: <span className="figures">{record.due_on}</span> },
  { label: "出自协商", value: <Link to={`/projects/${readsRecord ? "" : "published/"}deliberations/${record.deliberation_id}`}><DeliberationTitle id={record.deliberation_id} /></Link>, wide: true },
  ...(record.feedback ? [{ label: "公开反馈", value: record.feedback, wide: true }, { label: "反馈时间", value: <Moment at={record.fed_back_at} /> }] : []),
];

export default function ItemPage() {
  const { id = "" } = useParams();
  const readsRecord = useHolds(needReaders) === true;
  return (
    <RecordPage
      question={item(id)}
      name={({ what }) => what}
      states={itemStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={(record) => (record.status === "open" ? { what: "办理后向公众反馈", who: <Responsible of={record} area={record.area_id} />, until: record.due_on } : undefined)}
      facts={(record) => factsOf(record, readsRecord)}
      dialogs={{ feedback: ({ record, ...asked }) => <FeedbackDialog item={record} {...asked} /> }}
    />
  );
}
