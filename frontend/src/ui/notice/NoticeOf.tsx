/** The notice of a result, and the objections to it that the reader may see. */
import { useQuery } from "@tanstack/react-query";
import { Answered } from "../Answered";
import { Facts } from "../Facts";
import { StateTag } from "../StateTag";
import { factsOfNotice } from "./factsOfNotice";
import { ObjectionsTo } from "./ObjectionsTo";
import type { NoticeDesk } from "./desk";
import { noticeStates } from "./states";

export function NoticeOf({ desk, id }: { desk: NoticeDesk; id: string }) {
  return (
    <Answered query={useQuery(desk.notice(id))}>
      {(record) => (
        <>
          <p>{record.title} <StateTag states={noticeStates} state={record.state} /></p>
          <Facts facts={factsOfNotice(record)} />
          <ObjectionsTo desk={desk} id={id} />
        </>
      )}
    </Answered>
  );
}
