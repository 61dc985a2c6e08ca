/** What the figure itself says, above the records it is made of. */
import { useQuery } from "@tanstack/react-query";
import { count } from "@/ui/amounts";
import { amount } from "../amounts";
import { isIndicator } from "../dashboard/indicators";
import { dashboard, loop, type Figure } from "../dashboard/queries";
import { denominatorOf, valueOf } from "../dashboard/wording";
import type { Behind } from "./measures";

/** Hours are told to one decimal; their minutes are what the records add up to. */
const exactly = ({ indicator, numerator }: Figure) => (indicator === "hours" && numerator !== null ? `（${count(numerator)} 分钟）` : "");

const told = (figure: Figure) => [valueOf(figure) + exactly(figure), denominatorOf(figure)[0]];

export function Total({ behind, areaId }: { behind: Behind; areaId: string }) {
  const ofFigure = isIndicator(behind);
  const { data: figures } = useQuery({ ...dashboard(areaId), enabled: ofFigure });
  const { data: year } = useQuery({ ...loop(areaId), enabled: !ofFigure });
  const figure = figures?.figures.find(({ indicator }) => indicator === behind);
  const step = year?.steps.find((each) => each.step === behind);
  const [value, what] = figure ? told(figure) : step && year ? [amount(step.unit, step.count), `${year.year} 年${step.name}`] : [];
  return value ? <p><strong className="figures">{value}</strong> <span className="muted">{what}</span></p> : null;
}
