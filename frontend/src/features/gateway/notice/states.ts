/** Whether a notice is new to this reader. */
import type { States } from "@/ui/StateTag";
import type { Notice } from "./queries";

export const noticeStates: States<Notice["state"]> = {
  unread: { label: "未读", tone: "attention" },
  read: { label: "已读", tone: "neutral" },
};
