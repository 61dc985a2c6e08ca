/** A record screen, as a feature writes it. */
import { Money } from "@/ui/Money";
import { RecordPage } from "@/ui/RecordPage";
import { needs, needStates, type Need } from "./invented";

const question = { queryKey: ["invented", "need"], queryFn: () => Promise.resolve(needs[0] as Need) };

export function GalleryRecord() {
  return (
    <RecordPage
      question={question}
      name={(need) => need.title}
      states={needStates}
      number={() => "XQ-2026-0412"}
      area={(need) => `塘厦镇 / ${need.community}`}
      chain={() => [
        { label: "需求", at: "current", note: "2026-11-03" },
        { label: "议事", at: "ahead" },
        { label: "项目", at: "ahead" },
        { label: "采购", at: "ahead" },
        { label: "合同", at: "ahead" },
        { label: "活动", at: "ahead" },
        { label: "验收", at: "ahead" },
        { label: "支付", at: "ahead" },
      ]}
      next={() => ({ what: "受理或退回补正", who: "塘厦社区居委会", until: "2025-11-10" })}
      facts={(need) => [
        { label: "提出日期", value: need.raised_on },
        { label: "来源", value: "网格走访" },
        { label: "预算", value: <Money fen={need.budget_fen} /> },
        { label: "受益对象", value: "60 岁以上独居长者，约 140 人" },
        { label: "说明", value: "林村片区独居长者较集中，午餐和日常探访需求突出。社区食堂距离较远，雨天出行不便，希望引入社会组织承接助餐与每周探访。", wide: true },
      ]}
      tabs={() => [
        { key: "content", label: "内容", children: <p>走访记录三份。</p> },
        { key: "evidence", label: "佐证", children: <p>照片两张。</p> },
        { key: "history", label: "历史", children: <p>2026-11-03 09:12 登记。</p> },
      ]}
    />
  );
}
