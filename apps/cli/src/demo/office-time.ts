import type { Day, Instant } from '#domain/kernel/event.ts';
import type { Random } from './random.ts';

const dayMs = 86_400_000;
const vietnamMs = 7 * 3_600_000;

/**
 * Days off on weekdays, 2024–2026 (Labour Code 2019 art. 111–112; swaps by the yearly notices of the
 * Government Office). The sample does not ask the ledger's calendar: the same seed tells the same story
 * whatever is published there.
 */
const holidays = new Set<Day>(
  [
    '2024-09-02 2024-09-03 2025-01-01 2025-01-27 2025-01-28 2025-01-29 2025-01-30 2025-01-31 2025-04-07 2025-04-30',
    '2025-05-01 2025-05-02 2025-09-01 2025-09-02 2026-01-01 2026-01-02 2026-02-16 2026-02-17 2026-02-18 2026-02-19',
    '2026-02-20 2026-04-27 2026-04-30 2026-05-01 2026-08-31 2026-09-01 2026-09-02',
  ].flatMap((line) => line.split(' ')),
);

const instant = (ms: number): Instant => new Date(ms).toISOString();

/** The Vietnamese day on which a moment falls. */
export const dayOf = (at: Instant): Day => instant(Date.parse(at) + vietnamMs).slice(0, 10);

/** `time` is HH:mm in Vietnam. */
export const onDay = (day: Day, time: string): Instant => instant(Date.parse(`${day}T${time}:00.000Z`) - vietnamMs);

/** The last millisecond of the day in Vietnam: when a deadline of that day has run out. */
export const endOfDay = (day: Day): Instant => instant(Date.parse(`${day}T23:59:59.999Z`) - vietnamMs);

const dayAfter = (day: Day): Day => instant(Date.parse(`${day}T00:00:00.000Z`) + dayMs).slice(0, 10);

export const isOfficeDay = (day: Day): boolean => {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
};

export const nextOfficeDay = (day: Day): Day => {
  let at = dayAfter(day);
  while (!isOfficeDay(at)) at = dayAfter(at);
  return at;
};

/** The day itself is not counted (Civil Code 2015 art. 147). */
export const addOfficeDays = (day: Day, count: number): Day => {
  let at = day;
  for (let done = 0; done < count; done += 1) at = nextOfficeDay(at);
  return at;
};

/** A moment in office hours (07:30–17:00), `days` office days after `from` and always later than it. */
export const later = (from: Instant, days: number, random: Random): Instant => {
  if (days > 0) return atDesk(addOfficeDays(dayOf(from), days), random);
  const soon = Date.parse(from) + random.int(6, 150) * 60_000 + random.int(0, 59_999);
  const closing = Date.parse(onDay(dayOf(from), '17:00'));
  return soon < closing && isOfficeDay(dayOf(from)) ? instant(soon) : atDesk(nextOfficeDay(dayOf(from)), random);
};

const atDesk = (day: Day, random: Random): Instant =>
  instant(Date.parse(onDay(day, '07:30')) + random.int(0, 569) * 60_000 + random.int(0, 59_999));
