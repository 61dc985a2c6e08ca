/** One social worker: whether the registration holds, until when, and what to do before it ends. */
import { Link, useParams } from "react-router";
import { pageOf } from "@/api/view";
import { AreaName, TownName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { lastDay } from "@/ui/periods";
import { RecordPage } from "@/ui/RecordPage";
import { levels, type SocialWorker } from "@/ui/workers";
import { PostsOf } from "../post/PostsOf";
import { StationingsOf } from "../stationing/StationingsOf";
import { Employer } from "./Employer";
import { employerKinds } from "./messages";
import { socialWorker } from "./queries";
import { RenewalDialog } from "./RenewalDialog";
import { socialWorkerStates } from "./states";

const next = (record: SocialWorker): Waiting => ({
  what: record.state === "lapsed" ? "登记已失效，继续执业须再登记" : "登记届满前再登记",
  who: <><TownName of={record.area_id} /> 经办</>,
  until: lastDay(record.valid_to),
});

const facts = (record: SocialWorker): Fact[] => [
  { label: "职业水平等级", value: levels[record.level] },
  { label: "证书编号", value: <span className="figures">{record.certificate_number}</span> },
  { label: "发证日期", value: <span className="figures">{record.certified_on}</span> },
  { label: "登记有效期", value: <span className="figures">{record.valid_from} 至 {lastDay(record.valid_to)}</span> },
  { label: "用工方式", value: employerKinds[record.employer_kind] },
  { label: "所在机构", value: record.organisation_id && <Employer of={record} /> },
  { label: "登记依据", value: record.registered_under, wide: true },
  ...(record.links.activities ? [{ label: "联动", value: <Link to={pageOf(record.links.activities)}>带领的活动</Link>, wide: true }] : []),
];

export default function SocialWorkerPage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={socialWorker(id)}
      name={({ name }) => name}
      states={socialWorkerStates}
      area={({ area_id }) => <Link to={`/registry/areas/${area_id}`}><AreaName id={area_id} /></Link>}
      next={next}
      facts={facts}
      tabs={({ id: worker }) => [
        { key: "posts", label: "任过的岗位", children: <PostsOf social_worker_id={worker} /> },
        { key: "stationings", label: "进驻设施", children: <StationingsOf social_worker_id={worker} /> },
      ]}
      dialogs={{ renewal: ({ record, onClose }) => <RenewalDialog worker={record} onClose={onClose} /> }}
    />
  );
}
