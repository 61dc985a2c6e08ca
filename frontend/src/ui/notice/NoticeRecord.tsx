/** One notice with the objections to it; whoever is signed in may object while it lies open. */
import { useParams } from "react-router";
import { pageOf } from "@/api/view";
import { AreaName } from "../AreaName";
import type { Waiting } from "../NextStep";
import { RecordPage } from "../RecordPage";
import { factsOfNotice } from "./factsOfNotice";
import { lastDay } from "./lastDay";
import { ObjectionForm } from "./ObjectionForm";
import { ObjectionsTo } from "./ObjectionsTo";
import type { Notice, NoticeDesk } from "./desk";
import { noticeStates } from "./states";

/** What the notice is about is read where everybody reads it. */
function next({ objections_waiting, links, state, closes_at }: Notice): Waiting {
  const ways = [{ label: "查看所公示的事项", to: pageOf(links.subject ?? "/") }];
  if (objections_waiting > 0) return { what: `答复 ${objections_waiting} 件异议`, who: "经办（发布公示的人、提出异议的人除外）", ways };
  if (state === "open") return { what: "公示期内受理异议", until: lastDay(closes_at), ways };
  return { what: state === "over" ? "公示期满" : "公示已撤回", ways };
}

export function NoticeRecord({ desk }: { desk: NoticeDesk }) {
  const { id = "" } = useParams();
  return (
    <RecordPage
      question={desk.shownNotice(id)}
      name={({ title }) => title}
      states={noticeStates}
      area={({ area_id }) => <AreaName id={area_id} />}
      next={next}
      facts={factsOfNotice}
      tabs={(record) => [
        { key: "objections", label: "异议", children: <ObjectionsTo desk={desk} id={id} empty="没有您看得到的异议" /> },
        ...(record.state === "open" ? [{ key: "object", label: "提出异议", children: <ObjectionForm desk={desk} id={id} /> }] : []),
      ]}
    />
  );
}
