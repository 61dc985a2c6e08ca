/** 我的组织: where its filing stands, and what that allows or asks for. */
import { Button } from "antd";
import { Link } from "react-router";
import type { Question } from "@/api/view";
import { OnlyFor } from "@/ui/OnlyFor";
import { ShortList, type FirstOf, type Line } from "@/ui/ShortList";
import { StateTag } from "@/ui/StateTag";
import { drafters } from "../roles";
import { categories } from "./messages";
import { organisations, type OrganisationItem } from "./queries";
import { organisationStates } from "./states";

const SHOWN = 6;

const own: Question<FirstOf<OrganisationItem>> = {
  queryKey: ["registry", "organisations", "own"],
  queryFn: async () => {
    const { items, count } = await organisations.page({ limit: SHOWN, count: true });
    return { items, total: count ?? undefined };
  },
};

const nextOf: Record<OrganisationItem["state"], string> = {
  draft: "核对材料后提交备案",
  submitted: "等待镇街受理审查",
  correction: "按退回意见补正后重新提交",
  filed: "可以承接项目、计划活动",
  registered: "可以承接项目、计划活动",
  deregistered: "已注销，不再承接项目",
  revoked: "已撤销，不再承接项目",
};

const line = ({ id, name, state, category, number, filed_on }: OrganisationItem): Line => ({
  id,
  to: `/registry/organisations/${id}`,
  name,
  state: <StateTag states={organisationStates} state={state} />,
  marks: [categories[category], ...(number ? [number] : []), ...(filed_on ? [<span key="filed" className="figures">{filed_on} 备案</span>] : [])],
  next: nextOf[state],
});

const draftOne = (
  <OnlyFor roles={drafters}>
    <Link to="/registry/organisations/new"><Button>起草备案</Button></Link>
  </OnlyFor>
);

export function OwnOrganisations() {
  return <ShortList title="我的组织" question={own} line={line} all="/registry/organisations" empty={{ advice: "还没有登记您负责的组织。先起草备案材料，由镇街审查。", act: draftOne }} />;
}
