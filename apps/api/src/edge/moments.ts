import type { Day, Instant } from '#domain/kernel/event.ts';

const momentPattern = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** A day that the calendar has: 2025-02-30 is none, though `Date` would read it as 2 March. */
export const isDay = (text: string): text is Day => {
  if (!dayPattern.test(text)) return false;
  const parsed = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
};

/** ISO 8601 with an offset → the ledger's form of the moment; null when it is none. Digits past milliseconds are cut. */
export const toInstant = (text: string): Instant | null => {
  const [, year, month, day] = momentPattern.exec(text) ?? [];
  if (year === undefined || !isDay(`${year}-${String(month)}-${String(day)}`)) return null;
  const parsed = new Date(text);
  if (Number.isNaN(parsed.getTime())) return null;
  const instant = parsed.toISOString();
  return instant.length === 24 ? instant : null;
};

/** Last millisecond of the day in Vietnam (UTC+7, no summer time). */
export const endOfDay = (day: Day): Instant => new Date(`${day}T23:59:59.999+07:00`).toISOString();

/** `asOf` of a query: a moment, or a day, which then means the end of it. Null when it is neither. */
export const toAsOf = (text: string): Instant | null => (isDay(text) ? endOfDay(text) : toInstant(text));
