/** The notices of the volunteers service: stars that are to be granted. */
import { noticeDesk } from "@/ui/notice/desk";

export const desk = noticeDesk("volunteers");
