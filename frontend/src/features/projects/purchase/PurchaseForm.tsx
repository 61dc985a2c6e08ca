/** 起草采购 for the approved project that the address names. */
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { Link, useSearchParams } from "react-router";
import { Answered } from "@/ui/Answered";
import { EmptyState } from "@/ui/EmptyState";
import { FormPage } from "@/ui/FormPage";
import { linesOf, type Line } from "../budget/queries";
import { WITHOUT_LINES } from "../project/nextOfProject";
import { project, type Project } from "../project/queries";
import { coded, firstCriteria } from "./criteria";
import { PurchaseFields, purchaseLabels, type PurchaseValues } from "./PurchaseFields";
import { draft, type Purchase } from "./queries";

function Loaded({ of, lines }: { of: Project; lines: Line[] }) {
  if (lines.length === 0) return <EmptyState page title="项目没有预算明细" advice={`${WITHOUT_LINES}。`} act={<Link to={`/projects/projects/${of.id}`}><Button>回到项目</Button></Link>} />;
  return (
    <FormPage<PurchaseValues, Purchase>
      title={`起草采购：${of.title}`}
      advice="保存为草稿，核对后再发布公告；公告时从预算明细中划出最高限价。"
      draft={`projects/purchase/new/${of.id}`}
      labels={purchaseLabels}
      initial={{ line_id: lines.length === 1 ? lines[0]?.id : undefined, title: of.title, criteria: firstCriteria, invited_ids: [] }}
      submit={(values) => draft(of.id, { ...values, criteria: coded(values.criteria) })}
      done={({ id }) => `/projects/purchases/${id}`}
      act="保存草稿"
    >
      <PurchaseFields lines={lines} />
    </FormPage>
  );
}

export default function PurchaseForm() {
  const id = useSearchParams()[0].get("project_id");
  const asked = useQuery({ ...project(id ?? ""), enabled: id !== null });
  const lines = useQuery({ ...linesOf(id ?? ""), enabled: id !== null });
  if (!id) return <EmptyState page title="请从项目进入" advice="采购属于一个已批准的项目：打开项目，选“起草采购”。" />;
  return <Answered query={asked} rows={10}>{(of) => <Answered query={lines}>{(found) => <Loaded of={of} lines={found} />}</Answered>}</Answered>;
}
