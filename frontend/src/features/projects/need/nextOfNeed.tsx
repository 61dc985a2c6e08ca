/** What waits at a need, and for whom. */
import { Link } from "react-router";
import type { Way } from "@/ui/ActionButtons";
import { AreaName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { NeedTitle } from "./NeedTitle";
import type { Deliberation } from "../deliberation/queries";
import type { Need } from "./queries";

/** A project is begun from needs on a page of its own, by whom that is open to. */
const startFrom = ({ id }: Need) => ({ label: "据此起草项目", to: `/projects/projects/new?need_id=${id}` });

const talkOver = ({ id }: Need): Way => ({ label: "发起协商", to: `/projects/deliberations/new?need_id=${id}` });

/** A talk about it that is not over yet: a project waits for what comes of it. */
const talkUnderWay = (talks: Deliberation[] | undefined) => talks?.find(({ state }) => state !== "concluded");

const pendingTalk: Record<Exclude<Deliberation["state"], "concluded">, string> = {
  draft: "协商方案尚未通知各方",
  notified: "协商已通知各方，等待举行",
  held: "协商已举行，待形成协商意见",
};

function whilePooled(need: Need, who: Waiting["who"], may: { propose: boolean; convene: boolean }, talks: Deliberation[] | undefined): Waiting {
  const talk = talkUnderWay(talks);
  const start = may.propose ? [{ ...startFrom(need), isMain: !talk }] : [];
  if (talk && talk.state !== "concluded") {
    const towards = { label: "查看协商", to: `/projects/deliberations/${talk.id}`, isMain: true };
    return { what: `${pendingTalk[talk.state]}；形成意见后再起草项目`, who, ways: [towards, ...start] };
  }
  return { what: "等待项目承接", who: <>{who}或社会组织</>, ways: [...start, ...(may.convene ? [talkOver(need)] : [])] };
}

export function nextOfNeed(need: Need, mayPropose: boolean, mayConvene = false, talks?: Deliberation[]): Waiting | undefined {
  const community = <><AreaName id={need.area_id} />经办</>;
  switch (need.state) {
    case "raised":
      return { what: "受理入池；与已有需求相同的并入，不属于服务范围的说明理由", who: community };
    case "pooled":
      return whilePooled(need, community, { propose: mayPropose, convene: mayConvene }, talks);
    case "planned":
      return { what: <>由<Link to={`/projects/projects/${need.project_id}`}>承接项目</Link>办理，项目结项时办结或退回需求池</> };
    case "merged":
      return need.merged_into_id ? { what: <>已并入“<Link to={`/projects/needs/${need.merged_into_id}`}><NeedTitle id={need.merged_into_id} /></Link>”，此后由它办理</> } : undefined;
    default:
      return undefined;
  }
}
