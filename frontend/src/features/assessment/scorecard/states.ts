/** Where a card stands, and what is known of a line's value. */
import type { States } from "@/ui/StateTag";
import type { CardHead, Standing } from "./queries";

export const cardStates: States<CardHead["state"]> = {
  reporting: { label: "自评中", tone: "active" },
  checking: { label: "待核定", tone: "attention" },
  announced: { label: "结果已告知", tone: "active" },
  objected: { label: "异议处理中", tone: "attention" },
  settled: { label: "待冻结", tone: "attention" },
  frozen: { label: "已冻结", tone: "good" },
};

export const standings: Record<Standing, string> = {
  measured: "按指标计算",
  no_data: "暂无数据，由市级核定",
  not_applicable: "不适用，权重由其他项目分担",
  reported: "镇街自评，市级核定",
};
