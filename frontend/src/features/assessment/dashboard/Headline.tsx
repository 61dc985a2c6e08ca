/** The five figures of the headline, each with target, gap, denominator, trend and date; a click opens its records. */
import { pageOf } from "@/api/view";
import { Figure } from "@/ui/Figure";
import { FigureRow } from "@/ui/FigureRow";
import { minuteOf } from "@/ui/times";
import { headlineOf, indicatorNames } from "./indicators";
import type { Figure as Reading } from "./queries";
import { denominatorOf, expiryOf, gapOf, targetOf, toneOf, trendOf, valueOf } from "./wording";

function Denominator({ of }: { of: Reading }) {
  const [share, on] = denominatorOf(of);
  return <>{share} {on && <span className="figures">{on}</span>}</>;
}

/** What is missing, and whether the day for it has passed; a line breaks between the two only. */
function Gap({ of }: { of: Reading }) {
  const [gap, expiry] = [gapOf(of), expiryOf(of)];
  return <><span className="figures">{gap}</span>{expiry && <> <span className="figures">{expiry}</span></>}</>;
}

function Headed({ of }: { of: Reading }) {
  return (
    <Figure
      name={indicatorNames[of.indicator]}
      value={valueOf(of)}
      isBlank={of.state === "na" || of.value === null}
      target={targetOf(of)}
      gap={gapOf(of) && <Gap of={of} />}
      denominator={<Denominator of={of} />}
      trend={trendOf(of)}
      asOf={minuteOf(of.as_of)}
      to={pageOf(of.links.records)}
      tone={toneOf(of)}
    />
  );
}

export function Headline({ figures }: { figures: Reading[] }) {
  return <FigureRow>{headlineOf(figures).map((figure) => <Headed key={figure.indicator} of={figure} />)}</FigureRow>;
}
