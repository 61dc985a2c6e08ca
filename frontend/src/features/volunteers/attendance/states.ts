/** States of an attendance, and how one checked in. */
import type { States } from "@/ui/StateTag";
import type { Attendance } from "./queries";

export const attendanceStates: States<Attendance["state"]> = {
  checked_in: { label: "已签到", tone: "active" },
  checked_out: { label: "已签退", tone: "good" },
  forgotten: { label: "忘签退", tone: "attention" },
  undone: { label: "已作废", tone: "neutral" },
};

export const means: Record<Attendance["means"], string> = { code: "现场签到码", lead: "负责人办理" };
