/** Why a figure is not forecast, in one sentence each. */
import { count } from "@/ui/amounts";
import type { NotForecast } from "./indicatorQueries";

export const notForecast: Record<NotForecast, (leastMonths: number) => string> = {
  yearly: () => "按年度从零起计，不作预测。",
  too_short: (leastMonths) => `连续有数据的月份不足 ${count(leastMonths)} 个月，不作预测。`,
  untried: () => "连续有数据的月份太少，预测无从检验，不显示预测。",
  unreliable: () => "历史波动太大，近期的预测不可靠，不显示预测。",
  turned: () => "近几个月的走向与过去一年相反，不显示预测。",
};
