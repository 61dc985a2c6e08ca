/** States of the records behind figures, as their owners told them last. */
import type { States } from "@/ui/StateTag";

export const readingStates: States<string> = {
  filed: { label: "已备案", tone: "good" },
  deregistered: { label: "已注销", tone: "neutral" },
  registered: { label: "已注册", tone: "good" },
  withdrawn: { label: "已注销", tone: "neutral" },
  raised: { label: "待立项回应", tone: "attention" },
  answered: { label: "已立项回应", tone: "good" },
  approved: { label: "已批准", tone: "good" },
  held: { label: "已举办", tone: "good" },
  confirmed: { label: "已确认", tone: "good" },
  filled: { label: "在岗", tone: "good" },
  vacated: { label: "后已离岗", tone: "neutral" },
  open: { label: "启用中", tone: "good" },
  shut: { label: "后已关闭", tone: "neutral" },
  concluded: { label: "已形成意见，待反馈", tone: "attention" },
  fed_back: { label: "已全部反馈", tone: "good" },
  granted: { label: "已批复", tone: "good" },
  signed: { label: "已签订", tone: "good" },
  passed: { label: "已通过", tone: "good" },
  made: { label: "已支付", tone: "good" },
  closed: { label: "已结束", tone: "neutral" },
};
