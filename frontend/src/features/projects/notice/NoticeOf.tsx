/** The notice of a result, and the objections to it that the reader may see. */
import { useQuery } from "@tanstack/react-query";
import { Answered } from "@/ui/Answered";
import { Facts } from "@/ui/Facts";
import { StateTag } from "@/ui/StateTag";
import { factsOfNotice } from "./factsOfNotice";
import { ObjectionsTo } from "./ObjectionsTo";
import { notice } from "./queries";
import { noticeStates } from "./states";

export function NoticeOf({ id }: { id: string }) {
  return (
    <Answered query={useQuery(notice(id))}>
      {(record) => (
        <>
          <p>{record.title} <StateTag states={noticeStates} state={record.state} /></p>
          <Facts facts={factsOfNotice(record)} />
          <ObjectionsTo id={id} />
        </>
      )}
    </Answered>
  );
}
