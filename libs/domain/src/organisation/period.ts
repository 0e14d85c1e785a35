import type { Instant } from '../kernel/event.ts';

/** [validFrom, validTo): a handover at one moment leaves neither a gap nor an overlap. null: no end known. */
export type Period = { readonly validFrom: Instant; readonly validTo: Instant | null };

export const covers = ({ validFrom, validTo }: Period, at: Instant): boolean =>
  validFrom <= at && (validTo === null || at < validTo);

export const overlap = (a: Period, b: Period): boolean =>
  (b.validTo === null || a.validFrom < b.validTo) && (a.validTo === null || b.validFrom < a.validTo);

/** The earlier of two ends, where null never ends. */
export const earlierEnd = (a: Instant | null, b: Instant | null): Instant | null => {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
};
