/** One notice of a star, with the objections to it. */
import { NoticeRecord } from "@/ui/notice/NoticeRecord";
import { desk } from "./desk";

export default function NoticePage() {
  return <NoticeRecord desk={desk} />;
}
