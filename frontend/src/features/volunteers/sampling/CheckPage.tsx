/** One check: what the paper list must bear out, and what was found. */
import { useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Hours as Duration } from "@/ui/Hours";
import { Moment } from "@/ui/Moment";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { StaffName } from "@/ui/StaffName";
import { Span } from "../Span";
import { check, type Check } from "./queries";
import { ResultDialog } from "./ResultDialog";
import { checkStates, kinds } from "./states";

function next({ state, due_on }: Check): Waiting | undefined {
  if (state === "waiting") return { what: "向活动的组织方调取纸质签到表，核对此人当天是否到场、时间是否相符", who: "本镇街经办", until: due_on };
  if (state === "wrong") return { what: "补录已冲正或退回；提出人此后一段时间的补录逐条核对" };
  return undefined;
}

const facts = (record: Check): Fact[] => [
  { label: "志愿者编号", value: record.volunteer_number },
  { label: "补录的服务时间", value: <Span of={record} /> },
  { label: "时长", value: <Duration minutes={record.minutes} /> },
  { label: "活动所在地", value: <AreaName id={record.entry_area_id} /> },
  { label: "方式", value: kinds[record.kind] },
  { label: "期限", value: record.due_on },
  { label: "补录的理由", value: record.because, wide: true },
  ...(record.finding ? [{ label: "核对情况", value: record.finding, wide: true }] : []),
  ...(record.decided_by ? [{ label: "核对人", value: <StaffName id={record.decided_by} /> }, { label: "核对时间", value: <Moment at={record.decided_at} /> }] : []),
];

export default function CheckPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={check(id)}
      name={({ title }) => `${title} · 补录核对`}
      states={checkStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={facts}
      dialogs={{ result: ({ record, ...asked }) => <ResultDialog check={record} {...asked} /> }}
    />
  );
}
