/** One notice with the objections to it; whoever is signed in may object while it lies open. */
import { NoticeRecord } from "@/ui/notice/NoticeRecord";
import { desk } from "./queries";

export default function NoticePage() {
  return <NoticeRecord desk={desk} />;
}
