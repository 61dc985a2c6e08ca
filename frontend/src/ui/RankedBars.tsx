/** The same indicator ranked, with the target as a line where there is one; units with nothing to show come last. */
import { useRef, type KeyboardEvent } from "react";
import { Link } from "react-router";
import { useMessages } from "./language";
import { messages } from "./messages";
import styles from "./RankedBars.module.css";
import { applies, goalOf, sentenceOf, type UnitFigure, type UnitsProps } from "./units";

function TargetMark({ at, widthOf }: { at: number | null; widthOf: (value: number) => string }) {
  return at === null ? null : <span className={styles.target} style={{ insetInlineStart: widthOf(at) }} />;
}

export function RankedBars({ units, label, target, full = 0, format, difference, active = null, onActive, hrefOf }: UnitsProps) {
  const t = useMessages(messages);
  const box = useRef<HTMLOListElement>(null);
  const ranked = [...units.filter(applies).sort((one, other) => other.value - one.value), ...units.filter((unit) => !applies(unit))];
  const reached = units.filter(applies).flatMap((unit) => [unit.value, goalOf(unit, target) ?? 0]);
  const longest = Math.max(target ?? 0, full, ...reached, Number.EPSILON) * 1.02;
  const widthOf = (value: number) => `${(100 * Math.max(0, value)) / longest}%`;
  const shapeOf = (unit: UnitFigure & { value: number }) => (unit.value < (goalOf(unit, target) ?? 0) ? styles.below : styles.reached);
  const entry = active ?? ranked[0]?.code;

  function walk(event: KeyboardEvent, place: number) {
    const next = ranked[place + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] ?? 0)];
    if (!next || next === ranked[place]) return;
    event.preventDefault();
    box.current?.querySelector<HTMLElement>(`[data-code="${next.code}"]`)?.focus();
  }

  return (
    <ol ref={box} className={styles.bars} aria-label={label}>
      {ranked.map((unit, place) => (
        <li key={unit.code}>
          <Link
            to={hrefOf(unit.code)}
            data-code={unit.code}
            className={unit.code === active ? styles.lit : undefined}
            tabIndex={unit.code === entry ? 0 : -1}
            onFocus={() => onActive?.(unit.code)}
            onMouseEnter={() => onActive?.(unit.code)}
            onMouseLeave={() => onActive?.(null)}
            onKeyDown={(event) => walk(event, place)}
          >
            <span className={styles.rank} aria-hidden>{applies(unit) ? (unit.rank ?? place + 1) : "—"}</span>
            <span className={styles.name} aria-hidden>{unit.name}</span>
            <span className={styles.track}>
              {applies(unit) && <span className={shapeOf(unit)} style={{ inlineSize: widthOf(unit.value) }} />}
              {/* The scale knows nothing of a target of somebody who is not measured: it may lie far outside. */}
              <TargetMark at={applies(unit) ? goalOf(unit, target) : target} widthOf={widthOf} />
            </span>
            <span className={styles.value} aria-hidden>{applies(unit) ? format(unit.value) : unit.state === "na" ? t.notApplicable : t.noData}</span>
            <span className="unseen">{sentenceOf(unit, { target, format, difference }, t)}</span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
