/** Two registrations that look like one person's, side by side, to be judged. */
import { useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { StaffName } from "@/ui/StaffName";
import { MergerDialog } from "./MergerDialog";
import { duplicate, type Duplicate } from "./queries";
import { SideBySide } from "./SideBySide";
import { duplicateStates } from "./states";

function next({ state }: Duplicate): Waiting | undefined {
  if (state === "waiting") return { what: "向本人核实两份证件是否同一人所有；完整信息在志愿者页凭理由查看，其他镇街的向该镇街经办核实", who: "镇街或市级经办" };
  if (state === "same") return { what: "此人只以保留的注册参加和统计" };
  return undefined;
}

const facts = (record: Duplicate): Fact[] => [
  { label: "为何列在这里", value: "姓名、出生日期相同，证件不同", wide: true },
  ...(record.reason ? [{ label: "认定理由", value: record.reason, wide: true }] : []),
  ...(record.decided_by ? [{ label: "认定人", value: <StaffName id={record.decided_by} /> }, { label: "认定时间", value: <Moment at={record.decided_at} /> }] : []),
];

export default function DuplicatePage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={duplicate(id)}
      name={({ sides }) => `${sides[0]?.name ?? ""} · 疑似重复`}
      states={duplicateStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={facts}
      tabs={(record) => [{ key: "sides", label: "两份注册对照", children: <SideBySide of={record} /> }]}
      dialogs={{ merger: ({ record, ...asked }) => <MergerDialog duplicate={record} {...asked} /> }}
    />
  );
}
