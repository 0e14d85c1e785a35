/** A stretch of time; still running when `endedAt` is null. Moments are UTC text. */
export type Stretch = { readonly beganAt: string; readonly endedAt: string | null };

/** Ends of the drawn period, in epoch milliseconds; `to` is later than `from`. */
export type Span = { readonly from: number; readonly to: number };

/** Place on the drawn period, in percent of its width. */
export type Place = { readonly left: number; readonly width: number };

const minimumSpanMs = 3_600_000;

/** The shortest period that shows every stretch and every marked moment; what still runs is drawn up to `now`. */
export function spanOf(stretches: readonly Stretch[], marks: readonly string[], now: string): Span {
  const moments = [...stretches.flatMap(({ beganAt, endedAt }) => [beganAt, endedAt ?? now]), ...marks].map((moment) =>
    Date.parse(moment),
  );
  if (moments.length === 0) moments.push(Date.parse(now));
  const from = moments.reduce((a, b) => Math.min(a, b));
  const to = moments.reduce((a, b) => Math.max(a, b));
  return { from, to: Math.max(to, from + minimumSpanMs) };
}

/** Position of one moment on the period, 0 to 100; moments outside it are drawn at its edge. */
export function positionOf(moment: string, { from, to }: Span): number {
  const share = ((Date.parse(moment) - from) / (to - from)) * 100;
  return Math.min(100, Math.max(0, share));
}

export function placeOf(stretch: Stretch, span: Span, now: string): Place {
  const left = positionOf(stretch.beganAt, span);
  const right = Math.max(left, positionOf(stretch.endedAt ?? now, span));
  return { left, width: right - left };
}

/**
 * Row for each stretch so that none covers another: the first row that is free when it begins,
 * in order of beginning. Answers in the order given.
 */
export function packIntoLanes(stretches: readonly Stretch[], now: string): readonly number[] {
  const freeFrom: string[] = [];
  const lanes = Array.from(stretches, () => 0);
  const byBeginning = stretches
    .map((stretch, index) => ({ stretch, index }))
    .sort((a, b) => compare(a.stretch.beganAt, b.stretch.beganAt) || a.index - b.index);
  for (const { stretch, index } of byBeginning) {
    const free = freeFrom.findIndex((moment) => moment <= stretch.beganAt);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = stretch.endedAt ?? now;
    lanes[index] = lane;
  }
  return lanes;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** `count` moments evenly over the period, first and last at its ends. */
export function ticksOf({ from, to }: Span, count: number): readonly { readonly at: string; readonly left: number }[] {
  return Array.from({ length: count }, (_, index) => {
    const share = index / (count - 1);
    return { at: new Date(from + share * (to - from)).toISOString(), left: share * 100 };
  });
}

/** Groups stretches under one row per holder, rows in order of first appearance. */
export function rowsBy<T extends Stretch>(
  stretches: readonly T[],
  keyOf: (stretch: T) => string,
): readonly { readonly key: string; readonly stretches: readonly T[] }[] {
  const rows = new Map<string, T[]>();
  for (const stretch of stretches) {
    const key = keyOf(stretch);
    const row = rows.get(key);
    if (row === undefined) rows.set(key, [stretch]);
    else row.push(stretch);
  }
  return [...rows].map(([key, grouped]) => ({ key, stretches: grouped }));
}
