/** When to ask for a changing code again: always before the shown one ends, and often enough that a wrong clock does no harm. */

/** A slow network, or a session that must be renewed first, is noticed while the shown code still counts. */
const EARLY = 1_000;
const SOONEST = 1_000;
const LATEST = 10_000;
/** Before its window opens, or with the network gone, the screen keeps asking by itself. */
export const AFTER_REFUSAL = 10_000;

export function askAgainIn(endsAt: string | undefined, now: number): number {
  if (endsAt === undefined) return AFTER_REFUSAL;
  return Math.min(LATEST, Math.max(SOONEST, new Date(endsAt).getTime() - now - EARLY));
}

export const secondsLeft = (endsAt: string, now: number) => Math.max(0, Math.ceil((new Date(endsAt).getTime() - now) / 1_000));
