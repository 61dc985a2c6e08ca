/** A trend as a small line, with the target dashed. */

const WIDTH = 72;
const HEIGHT = 24;
const EDGE = 3;

export function Spark({ values, target, label }: { values: number[]; target?: number; label: string }) {
  const all = target === undefined ? values : [...values, target];
  const low = Math.min(...all);
  const span = Math.max(...all) - low || 1;
  const y = (value: number) => HEIGHT - EDGE - ((value - low) / span) * (HEIGHT - 2 * EDGE);
  const x = (at: number) => EDGE + (at / Math.max(1, values.length - 1)) * (WIDTH - 2 * EDGE);
  const last = values.at(-1);
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      {target !== undefined && <line x1={0} x2={WIDTH} y1={y(target)} y2={y(target)} stroke="var(--edge)" strokeDasharray="3 3" />}
      <polyline points={values.map((value, at) => `${x(at)},${y(value)}`).join(" ")} fill="none" stroke="var(--accent)" strokeWidth={1.5} />
      {last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r={2.5} fill="var(--accent)" />}
    </svg>
  );
}
