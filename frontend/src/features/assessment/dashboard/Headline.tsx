/** The five figures of the headline. */
import { Figure } from "@/ui/Figure";
import { FigureRow } from "@/ui/FigureRow";
import { headlineOf } from "./indicators";
import type { Figure as Reading } from "./queries";
import { figureProps } from "./wording";

export function Headline({ figures }: { figures: Reading[] }) {
  return <FigureRow>{headlineOf(figures).map((figure) => <Figure key={figure.indicator} {...figureProps(figure)} />)}</FigureRow>;
}
