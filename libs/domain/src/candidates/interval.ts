/** Below this many cases a rate says more about chance than about the unit: only the counts are shown (handbook, Fairness 8). */
export const smallestShownDenominator = 5;

/** Two-sided 95 % quantile of the normal distribution. */
const z = 1.959963984540054;

/** Bounds in [0, 1]. */
export type Interval = { readonly low: number; readonly high: number };

/** `share` and `interval` null: withheld, the denominator is too small. */
export type Rate = {
  readonly numerator: number;
  readonly denominator: number;
  readonly share: number | null;
  readonly interval: Interval | null;
};

/**
 * Wilson score interval at 95 % (Wilson 1927): it stays inside [0, 1] and is honest for few cases.
 * MUST be given integers with 0 ≤ numerator ≤ denominator; without any case it says nothing: [0, 1].
 */
export const wilson95 = (numerator: number, denominator: number): Interval => {
  if (numerator < 0 || numerator > denominator) throw new RangeError(`${numerator} of ${denominator} is no share`);
  if (denominator === 0) return { low: 0, high: 1 };
  const share = numerator / denominator;
  const z2 = z * z;
  const centre = share + z2 / (2 * denominator);
  const spread = z * Math.sqrt((share * (1 - share)) / denominator + z2 / (4 * denominator * denominator));
  const scale = 1 + z2 / denominator;
  return {
    low: numerator === 0 ? 0 : (centre - spread) / scale,
    high: numerator === denominator ? 1 : (centre + spread) / scale,
  };
};

/** A share with its denominator and interval; both withheld below `smallest` cases. */
export const rateOf = (numerator: number, denominator: number, smallest = smallestShownDenominator): Rate => {
  const interval = wilson95(numerator, denominator);
  const shown = denominator >= Math.max(1, smallest);
  return {
    numerator,
    denominator,
    share: shown ? numerator / denominator : null,
    interval: shown ? interval : null,
  };
};
