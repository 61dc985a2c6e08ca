/** What the acts that cannot be taken back will do to a purchase. */
import type { Consequences } from "@/ui/ActionButtons";
import { yuan } from "@/ui/amounts";
import { minuteOf } from "@/ui/times";
import type { Bid } from "../bid/queries";
import type { Purchase } from "./queries";

/** 政府采购法 art. 36: bidders are told why; so is everybody who reads the result. */
const OPEN_TO_ALL = "理由对所有人公开，不要写个人信息。";

export const consequencesOf = ({ title, ceiling_fen, bids_due_at }: Purchase, proposed?: Bid): Consequences => ({
  announcement: `公告“${title}”：最高限价 ${yuan(ceiling_fen)} 元从项目预算中划出，投标截止 ${minuteOf(bids_due_at)}；公告后不能再修改。`,
  opening: `当众拆封“${title}”的全部投标，各家报价和方案随即对评审小组公开；投标家数不足的，采购即告废标。`,
  proposal: `结束“${title}”的评审：按得分排出名次，第一名作为拟成交供应商公示，各专家的评分随之公开给经办。`,
  award: proposed
    ? `确认“${title}”由 ${proposed.provider_name} 以 ${yuan(proposed.amount_fen ?? 0)} 元成交；确认后即可签订合同，不能撤回。`
    : `确认“${title}”成交；确认后即可签订合同，不能撤回。`,
  "review-again": `撤回“${title}”的公示，重新评审后再次公示。${OPEN_TO_ALL}`,
  failure: `“${title}”按废标处理，资金退回项目预算，不能撤回。${OPEN_TO_ALL}`,
  cancellation: `终止“${title}”，划出的资金退回项目预算，不能撤回。${OPEN_TO_ALL}`,
});
