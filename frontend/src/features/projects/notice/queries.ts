/** The notices of the projects service: results of purchases. */
import { noticeDesk } from "@/ui/notice/desk";

export const desk = noticeDesk("projects");
