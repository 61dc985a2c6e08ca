/** What waits at a need, and for whom. */
import { Link } from "react-router";
import type { Way } from "@/ui/ActionButtons";
import { AreaName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { NeedTitle } from "./NeedTitle";
import type { Need } from "./queries";

/** A project is begun from needs on a page of its own, by whom that is open to. */
const startFrom = ({ id }: Need): Way => ({ label: "据此起草项目", to: `/projects/projects/new?need_id=${id}`, isMain: true });

const talkOver = ({ id }: Need): Way => ({ label: "发起协商", to: `/projects/deliberations/new?need_id=${id}` });

export function nextOfNeed(need: Need, mayPropose: boolean, mayConvene = false): Waiting | undefined {
  const community = <><AreaName id={need.area_id} />经办</>;
  switch (need.state) {
    case "raised":
      return { what: "受理入池；与已有需求相同的并入，不属于服务范围的说明理由", who: community };
    case "pooled":
      return { what: "等待项目承接", who: <>{community}或社会组织</>, ways: [...(mayPropose ? [startFrom(need)] : []), ...(mayConvene ? [talkOver(need)] : [])] };
    case "planned":
      return { what: <>由<Link to={`/projects/projects/${need.project_id}`}>承接项目</Link>办理，项目结项时办结或退回需求池</> };
    case "merged":
      return need.merged_into_id ? { what: <>已并入“<Link to={`/projects/needs/${need.merged_into_id}`}><NeedTitle id={need.merged_into_id} /></Link>”，此后由它办理</> } : undefined;
    default:
      return undefined;
  }
}
