/** One volunteer, masked: groups and skills, what was signed up for, and the hours that came of it. */
import { Link, useParams } from "react-router";
import { pageOf } from "@/api/view";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import { OnlyFor } from "@/ui/OnlyFor";
import { RecordPage } from "@/ui/RecordPage";
import { CertificatesOf } from "../certificate/CertificatesOf";
import { StarsOf } from "../honour/StarsOf";
import { HoursOf } from "../hours/HoursOf";
import { TeamsOf } from "../membership/TeamsOf";
import { judges } from "../roles";
import { SignupsOf } from "../signup/SignupsOf";
import { TrainingsOf } from "../training/TrainingsOf";
import { ConsentsOf } from "./ConsentsOf";
import { HoursTotal } from "./HoursTotal";
import { ageBands, groupsOf, idTypes } from "./messages";
import { volunteer, type Volunteer } from "./queries";
import { volunteerStates } from "./states";
import { UnmaskDialog } from "./UnmaskDialog";

const facts = (record: Volunteer): Fact[] => [
  { label: "证件", value: <>{idTypes[record.id_type]} <span className="figures">{record.id_number}</span></> },
  { label: "年龄段", value: ageBands[record.age_band] ?? record.age_band },
  { label: "群体", value: groupsOf(record) },
  { label: "特长", value: record.skills.join("、") },
  { label: "注册时间", value: <Moment at={record.registered_at} /> },
  { label: "注销时间", value: record.withdrawn_at && <Moment at={record.withdrawn_at} /> },
  ...(record.continued_as_id ? [{ label: "注销原因", value: <>与另一份注册为同一人<OnlyFor roles={judges}>，<Link to={pageOf(record.links.duplicate ?? "")}>查看认定</Link></OnlyFor></> }] : []),
  { label: "已确认时长", value: <HoursTotal of={record.id} />, wide: true },
];

export default function VolunteerPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={volunteer(id)}
      name={({ name }) => name}
      states={volunteerStates}
      number={({ number }) => `志愿者编号 ${number}`}
      area={({ area_id }) => <AreaName id={area_id} />}
      facts={facts}
      tabs={({ number, version }) => [
        { key: "signups", label: "报名", children: <SignupsOf query={{ volunteer_id: id }} /> },
        { key: "teams", label: "志愿服务队", children: <TeamsOf volunteer_id={id} /> },
        { key: "hours", label: "时长", children: <HoursOf query={{ volunteer_id: id }} /> },
        { key: "certificates", label: "证明", children: <CertificatesOf volunteerId={id} /> },
        { key: "trainings", label: "培训", children: <TrainingsOf query={{ volunteer_id: id }} by="course" /> },
        { key: "stars", label: "星级", children: <StarsOf id={id} number={number} /> },
        { key: "consents", label: "监护人同意", children: <ConsentsOf id={id} version={version} /> },
      ]}
      dialogs={{ unmasking: ({ record, ...asked }) => <UnmaskDialog volunteer={record} {...asked} /> }}
    />
  );
}
