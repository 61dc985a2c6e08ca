/** One notice of a purchase's result, for everybody. */
import { PublicNotice } from "@/ui/notice/PublicNotice";
import { desk } from "../notice/queries";

export default function PublicNoticePage() {
  return <PublicNotice desk={desk} at="/public/notices" />;
}
