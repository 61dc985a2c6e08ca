/** Beside a picture of the parts of an area: how many of them are known, and which targets they are held against. */
import { fewOf, ownTargetsOf } from "./parts";
import type { Tiles } from "./queries";

export function AboutParts({ of, level }: { of: Tiles; level: string }) {
  const said = [fewOf(of, level), ownTargetsOf(of, level)].filter((each) => each !== undefined);
  return said.length > 0 && <p className="muted">{said.join("")}</p>;
}
