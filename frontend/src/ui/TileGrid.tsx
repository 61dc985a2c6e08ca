/** The 36 town units in their rough places, one indicator, coloured by the gap to the target where there is one. */
import { useId, useRef, type KeyboardEvent } from "react";
import { Link } from "react-router";
import { gapColour, levelColour } from "./gapColour";
import { GapLegend } from "./GapLegend";
import { useMessages } from "./language";
import { messages } from "./messages";
import styles from "./TileGrid.module.css";
import places from "./tiles.json";
import { applies, goalOf, largestReach, sentenceOf, shortName, type UnitFigure, type UnitsProps } from "./units";

type Place = (typeof places)[number];

const STEPS: Record<string, [number, number]> = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
const SIDEWAYS_COST = 2;

/** The nearest tile in the direction of an arrow key. */
function neighbour(from: Place, key: string): Place | undefined {
  const [right, down] = STEPS[key] ?? [0, 0];
  const ranked = places.flatMap((to) => {
    const ahead = (to.column - from.column) * right + (to.row - from.row) * down;
    const aside = Math.abs((to.column - from.column) * down) + Math.abs((to.row - from.row) * right);
    return ahead > 0 ? [{ to, cost: ahead + SIDEWAYS_COST * aside }] : [];
  });
  return ranked.sort((one, other) => one.cost - other.cost)[0]?.to;
}

export function TileGrid({ units, label, target, isAssumed, format, difference, active = null, onActive, hrefOf }: UnitsProps) {
  const t = useMessages(messages);
  const id = useId();
  const grid = useRef<HTMLUListElement>(null);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  const said = { target, format, difference };
  const reach = largestReach(units, target);
  const unitAt = ({ code, name }: Place): UnitFigure => byCode.get(code) ?? { code, name, value: null, state: "no_data" };
  const coloursOf = (unit: UnitFigure) => {
    if (!applies(unit)) return undefined;
    const goal = goalOf(unit, target);
    return goal === null ? levelColour(unit.value / reach) : gapColour((unit.value - goal) / reach);
  };
  const ownTargets = units.some((unit) => unit.target !== undefined && unit.target !== null && unit.target !== target);
  const legend = ownTargets ? t.ownTarget : target === null ? null : format(target) + (isAssumed ? t.assumed : "");
  const entry = active ?? places[0]?.code;
  const lit = places.find(({ code }) => code === active);

  function walk(event: KeyboardEvent, from: Place) {
    const to = neighbour(from, event.key);
    if (!to) return;
    event.preventDefault();
    grid.current?.querySelector<HTMLElement>(`[data-code="${to.code}"]`)?.focus();
  }

  return (
    <figure className={styles.figure}>
      <figcaption id={id} className="unseen">{label}</figcaption>
      <ul ref={grid} className={styles.grid} aria-labelledby={id}>
        {places.map((place) => {
          const unit = unitAt(place);
          const colours = coloursOf(unit);
          return (
            <li key={place.code} style={{ gridColumn: place.column + 1, gridRow: place.row + 1 }}>
              <Link
                to={hrefOf(place.code)}
                data-code={place.code}
                data-state={unit.state}
                className={`${styles.tile} ${unit.state === "na" ? styles.na : colours ? "" : styles.blank} ${place.code === active ? styles.lit : ""}`}
                style={colours}
                tabIndex={place.code === entry ? 0 : -1}
                onFocus={() => onActive?.(place.code)}
                onMouseEnter={() => onActive?.(place.code)}
                onMouseLeave={() => onActive?.(null)}
                onKeyDown={(event) => walk(event, place)}
              >
                <span aria-hidden>{shortName(unit.name)}</span>
                {applies(unit) && <small aria-hidden>{format(unit.value).replace(/ %$/, "")}</small>}
                <span className="unseen">{sentenceOf(unit, said, t)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <div className={styles.foot}>
        <GapLegend target={legend} blank={units.some(({ state }) => state === "no_data")} />
        <p className={styles.said} aria-live="polite">{lit ? sentenceOf(unitAt(lit), said, t) : ""}</p>
      </div>
    </figure>
  );
}
