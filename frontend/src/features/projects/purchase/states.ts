/** States and methods of a purchase, and kinds of its criteria. */
import type { States } from "@/ui/StateTag";
import type { Criterion, Purchase } from "./queries";

export const purchaseStates: States<Purchase["state"]> = {
  draft: { label: "草稿", tone: "neutral" },
  announced: { label: "公告中", tone: "active" },
  opened: { label: "评审中", tone: "active" },
  proposed: { label: "成交公示", tone: "active" },
  awarded: { label: "已成交", tone: "good" },
  failed: { label: "废标", tone: "alarm" },
  cancelled: { label: "已终止", tone: "neutral" },
};

export const methods: Record<Purchase["method"], string> = {
  open_tender: "公开招标",
  invited_tender: "邀请招标",
  competitive_consultation: "竞争性磋商",
  competitive_negotiation: "竞争性谈判",
  inquiry: "询价",
  single_source: "单一来源",
  direct: "限额以下直接委托",
};

export const criterionKinds: Record<Criterion["kind"], string> = { price: "价格（按报价计算）", quality: "质量（专家评分）" };
