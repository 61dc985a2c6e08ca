/** What waits at a need, and for whom. */
import { Button } from "antd";
import { Link } from "react-router";
import { AreaName } from "@/ui/AreaName";
import type { Waiting } from "@/ui/NextStep";
import { OnlyFor } from "@/ui/OnlyFor";
import { proposers } from "../roles";
import type { Need } from "./queries";

/** The service offers no act for this: a project is begun from needs on a page of its own. */
function StartProject({ from }: { from: Need }) {
  return (
    <OnlyFor roles={[...proposers]}>
      {" "}<Link to={`/projects/projects/new?need_id=${from.id}`}><Button type="primary" size="small">据此起草项目</Button></Link>
    </OnlyFor>
  );
}

export function nextOfNeed(need: Need): Waiting | undefined {
  const community = <><AreaName id={need.area_id} />经办</>;
  switch (need.state) {
    case "raised":
      return { what: "受理入池；与已有需求相同的并入，不属于服务范围的说明理由", who: community };
    case "pooled":
      return { what: <>等待项目承接<StartProject from={need} /></>, who: <>{community}或社会组织</> };
    case "planned":
      return { what: <>由<Link to={`/projects/projects/${need.project_id}`}>承接项目</Link>办理，项目结项时办结或退回需求池</> };
    case "merged":
      return { what: <>此后由<Link to={`/projects/needs/${need.merged_into_id}`}>并入的需求</Link>办理</> };
    default:
      return undefined;
  }
}
