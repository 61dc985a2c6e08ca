/** One target: what it asks, by which text, and until what takes its place. */
import { Link, useNavigate, useParams } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Fact } from "@/ui/Facts";
import type { Waiting } from "@/ui/NextStep";
import { RecordPage } from "@/ui/RecordPage";
import { dashboardPage } from "../dashboard/places";
import { organKinds, subjectOf, valueOf } from "./messages";
import { target, type Target } from "./queries";
import { targetStates } from "./states";

function next({ state, deadline, valid_from }: Target): Waiting | undefined {
  switch (state) {
    case "upcoming":
      return { what: "到生效日取代现行目标", until: valid_from };
    case "in_force":
      return { what: deadline ? "在期限前达到" : "长期执行，没有完成期限", until: deadline };
    case "expired":
      return { what: "期限已过，仍按此目标衡量，直到设定新目标", who: "市级经办", until: deadline };
    case "superseded":
      return undefined;
  }
}

const facts = (record: Target): Fact[] => [
  { label: "目标值", value: <span className="figures">{valueOf(record)}</span> },
  { label: "组织形态", value: record.organ_kind ? organKinds[record.organ_kind] : "不分" },
  { label: "生效日期", value: <span className="figures">{record.valid_from}</span> },
  { label: "完成期限", value: <span className="figures">{record.deadline ?? "没有期限"}</span> },
  { label: "依据", value: record.source, wide: true },
  { label: "条款", value: record.clause },
  { label: "性质", value: record.assumption ? "假设：没有文件直接规定" : "文件规定" },
  { label: "现状", value: <Link to={dashboardPage(record.area_id)}>驾驶舱</Link> },
];

export default function TargetPage() {
  const { id = "" } = useParams();
  const navigate = useNavigate();
  return (
    <RecordPage
      question={target(id)}
      name={subjectOf}
      states={targetStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={facts}
      instead={({ indicator, organ_kind, area_id }) => ({
        set: () => void navigate(`/assessment/targets/new?${new URLSearchParams({ indicator, area_id, ...(organ_kind && { organ_kind }) }).toString()}`),
      })}
    />
  );
}
