/** A record that somebody named as evidence: what kind it is and what its owner calls it. */
import { AreaName } from "@/ui/AreaName";
import { NameOf } from "./RecordName";

/** By the path of their services; whatever else may be named is a 记录. */
const KINDS: Record<string, string> = {
  "registry/areas": "片区",
  "registry/organisations": "社区社会组织",
  "registry/registrations": "登记申请",
  "registry/sanctions": "处理与失信",
  "registry/facilities": "服务设施",
  "registry/stationings": "设施进驻",
  "registry/posts": "社工岗位",
  "registry/social-workers": "社工",
  "projects/needs": "居民需求",
  "projects/deliberations": "议事协商",
  "projects/deliberation-items": "协商事项",
  "projects/projects": "服务项目",
  "projects/activities": "活动",
  "projects/budgets": "预算",
  "projects/purchases": "采购",
  "projects/contracts": "合同",
  "projects/acceptances": "验收",
  "projects/payments": "支付",
  "volunteers/volunteers": "志愿者",
  "volunteers/courses": "培训课程",
  "volunteers/trainings": "培训记录",
  "volunteers/teams": "志愿服务队",
  "volunteers/pairings": "双工结对",
  "volunteers/opportunities": "志愿岗位",
  "volunteers/hours": "志愿服务时长",
  "volunteers/certificates": "志愿服务证明",
  "volunteers/honours": "星级认定",
  "assessment/targets": "指标目标",
  "assessment/outside-counts": "外部统计数",
  "assessment/surveys": "满意度调查",
  "assessment/schemes": "考核方案",
  "assessment/scorecards": "考核评分",
};

export function LinkedRecord({ href }: { href: string }) {
  const [service, records, id = ""] = href.split("/").slice(2);
  const path = `${service}/${records}`;
  // An area has a name for each of its terms and none of its own; everybody may read what it is called today.
  const name = path === "registry/areas" ? <AreaName id={id} /> : <NameOf href={href} unnamed="无名称，或在辖区外" />;
  return <>{KINDS[path] ?? "记录"}：{name}</>;
}
