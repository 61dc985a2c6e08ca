/** The states of a sign-up as the volunteer reads them. */
import { useLanguage } from "@/ui/language";
import type { States } from "@/ui/StateTag";
import type { Signup } from "./queries";

const zh: States<Signup["state"]> = {
  waiting: { label: "候补", tone: "attention" },
  confirmed: { label: "已报名", tone: "good" },
  attending: { label: "已签到", tone: "active" },
  attended: { label: "已参加", tone: "neutral" },
  no_show: { label: "缺席", tone: "attention" },
  excused: { label: "缺席已免记", tone: "neutral" },
  cancelled: { label: "已取消", tone: "neutral" },
};

const en: States<Signup["state"]> = {
  waiting: { label: "Waiting", tone: "attention" },
  confirmed: { label: "Signed up", tone: "good" },
  attending: { label: "Checked in", tone: "active" },
  attended: { label: "Attended", tone: "neutral" },
  no_show: { label: "Did not come", tone: "attention" },
  excused: { label: "Excused", tone: "neutral" },
  cancelled: { label: "Cancelled", tone: "neutral" },
};

export const useSignupStates = () => (useLanguage().language === "en" ? en : zh);
