/** One certificate: what it certifies, who must act, the paper and its proof. */
import { useMutation } from "@tanstack/react-query";
import { Button, Space } from "antd";
import { Link, useParams } from "react-router";
import { pageOf } from "@/api/view";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import { Moment } from "@/ui/Moment";
import type { Waiting } from "@/ui/NextStep";
import { ProblemAlert } from "@/ui/ProblemAlert";
import { RecordPage, type RecordTab } from "@/ui/RecordPage";
import { VolunteerName } from "../PersonName";
import { EntriesOf } from "./EntriesOf";
import { IssuerName } from "./IssuerName";
import { certificate, saveDocument, saveProof, type Certificate } from "./queries";
import { IssuingDialog, ReplacingDialog } from "./SigningDialog";
import { certificateStates, issuerKinds } from "./states";

function next(record: Certificate): Waiting | undefined {
  switch (record.state) {
    case "requested":
      return { what: "核对后出具证明，或说明理由不予出具", who: <IssuerName of={record} /> };
    case "issued":
      if (record.doubted_at) return { what: "出具后有时长被冲正：按账本换发，或撤销", who: <IssuerName of={record} /> };
      return record.actions.length > 0 ? { what: "没有待办；有误的由出具单位撤销或换发" } : undefined;
    case "refused":
      return { what: `未予出具：${record.reason ?? ""}；志愿者可以再次申请` };
    case "revoked":
      return { what: `已撤销：${record.reason ?? ""}；核验时显示失效` };
    case "replaced":
      return { what: `已换发：${record.reason ?? ""}；以新编号的证明为准` };
  }
}

function Papers({ of }: { of: Certificate }) {
  const saving = useMutation({ mutationFn: (save: (of: Certificate) => Promise<void>) => save(of) });
  return (
    <>
      <Space wrap>
        <Button loading={saving.isPending} onClick={() => saving.mutate(saveDocument)}>下载证明（PDF）</Button>
        <Button onClick={() => saving.mutate(saveProof)}>下载证明文件（离线核验用）</Button>
        <a href={`/verify/#${of.proof ?? ""}`} target="_blank" rel="noreferrer">打开核验页</a>
      </Space>
      {saving.error && <ProblemAlert error={saving.error} />}
    </>
  );
}

const facts = (record: Certificate): Fact[] => [
  { label: "志愿者", value: <Link to={`/volunteers/volunteers/${record.volunteer_id}`}><VolunteerName id={record.volunteer_id} /></Link> },
  { label: "出具单位", value: record.issuer_name ?? <IssuerName of={record} /> },
  { label: "单位类别", value: issuerKinds[record.issuer_kind] },
  { label: "服务期间", value: <span className="figures">{record.from_on} 至 {record.to_on}</span> },
  { label: "志愿服务时间", value: record.hours ? <span className="figures">{record.hours} 小时（{record.minutes} 分钟，{record.entries} 次）</span> : record.state === "requested" && "出具时按账本合计" },
  { label: "用途", value: record.purpose },
  { label: "申请时间", value: <Moment at={record.requested_at} /> },
  { label: "出具时间", value: <Moment at={record.issued_at} /> },
  ...(record.replaced_by ? [{ label: "换发为", value: <Link to={pageOf(record.links.replaced_by ?? "")}>新的证明</Link> }] : []),
  ...(record.number ? [{ label: "文书", value: <Papers of={record} />, wide: true }] : []),
];

/** What the issuer is about to certify; nobody else may look through another's hours. */
const tabs = (record: Certificate): RecordTab[] => {
  const { state, volunteer_id, organisation_id, area_id, from_on, to_on, actions } = record;
  if (state !== "requested" || actions.length === 0) return [];
  const by = organisation_id ? { organisation_id } : { area_id };
  return [{ key: "entries", label: "将要证明的时长", children: <EntriesOf asked={{ volunteer_id, from_on, to_on, ...by }} /> }];
};

export default function CertificatePage() {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={certificate(id)}
      name={() => "志愿服务证明"}
      states={certificateStates}
      number={({ number }) => number && `编号 ${number}`}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={facts}
      tabs={tabs}
      dialogs={{ issuance: (asked) => <IssuingDialog {...asked} />, replacement: (asked) => <ReplacingDialog {...asked} /> }}
    />
  );
}
