/** One notice of a star, for everybody. */
import { PublicNotice } from "@/ui/notice/PublicNotice";
import { desk } from "../notice/desk";

export default function PublicStarNotice() {
  return <PublicNotice desk={desk} at="/public/star-notices" />;
}
