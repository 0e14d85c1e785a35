/**
 * Times as logs write them, to microseconds since 1970 UTC: finer digits would not survive a double,
 * and ties are broken by the order of the file.
 */
export type DateOrder = 'iso' | 'day-first' | 'month-first';
export type MomentRule = { readonly order: DateOrder; readonly zone: string };

export type Moment =
  { readonly ok: true; readonly micros: number } | { readonly ok: false; readonly why: 'unreadable' | 'nonexistent' };

const clockPart = String.raw`(?:[T ]\s*(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?`;
const isoForm = new RegExp(String.raw`^(\d{4})-(\d{2})-(\d{2})${clockPart}$`, 'u');
const slashForm = new RegExp(String.raw`^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})${clockPart}$`, 'u');

const unreadable: Moment = { ok: false, why: 'unreadable' };
const minuteMs = 60_000;
const dayMs = 86_400_000;

type Calendar = { readonly year: number; readonly month: number; readonly day: number };

function calendarOf(match: RegExpExecArray, order: DateOrder): Calendar {
  const [a, b, c] = [Number(match[1]), Number(match[2]), Number(match[3])];
  if (order === 'iso') return { year: a, month: b, day: c };
  return order === 'day-first' ? { year: c, month: b, day: a } : { year: c, month: a, day: b };
}

/** Midnight of the day as if it were UTC; null for a day that no calendar has (30 February) or an unbelievable year. */
function midnightMs({ year, month, day }: Calendar): number | null {
  if (year < 1900 || year > 2199) return null;
  const ms = Date.UTC(year, month - 1, day);
  const date = new Date(ms);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? ms : null;
}

function clockMicros(match: RegExpExecArray): number | null {
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const fraction = Number((match[7] ?? '').padEnd(6, '0').slice(0, 6));
  return ((hour * 60 + minute) * 60 + second) * 1_000_000 + fraction;
}

/** Null for an offset no place on earth has. */
function offsetMs(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0;
  const digits = text.slice(1).replace(':', '');
  const [hours, minutes] = [Number(digits.slice(0, 2)), Number(digits.slice(2) || 0)];
  if (hours > 14 || minutes > 59) return null;
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes) * minuteMs;
}

/** ISO is understood under every rule: its year stands first and cannot be mistaken. */
const shapeOf = (text: string, order: DateOrder): RegExpExecArray | null =>
  isoForm.exec(text) ?? (order === 'iso' ? null : slashForm.exec(text));

/** Wall time in microseconds as if it were UTC. */
function wallMicros(match: RegExpExecArray, order: DateOrder, endOfDay: boolean): number | null {
  const midnight = midnightMs(calendarOf(match, match[1]?.length === 4 ? 'iso' : order));
  const dayOnly = endOfDay ? (dayMs - 1) * 1000 : 0;
  const clock = match[4] === undefined ? dayOnly : clockMicros(match);
  return midnight === null || clock === null ? null : midnight * 1000 + clock;
}

/**
 * A day without a clock time means its first moment; with `endOfDay` its last millisecond, which is
 * what a deadline "by 12/03/2025" means. A time without an offset is taken in the rule's zone.
 */
export function parseMoment(text: string, rule: MomentRule, endOfDay = false): Moment {
  const match = shapeOf(text, rule.order);
  const wall = match && wallMicros(match, rule.order, endOfDay);
  if (!match || wall === null) return unreadable;
  if (match[8] === undefined) return inZone(wall, rule.zone);
  const offset = offsetMs(match[8]);
  return offset === null ? unreadable : { ok: true, micros: wall - offset * 1000 };
}

/**
 * Wall time to UTC. In the hour that is lived twice when summer time ends, the first is meant; a wall
 * time in the hour that is skipped when it begins does not exist and is refused, not moved.
 */
function inZone(localMicros: number, zone: string): Moment {
  const localMs = Math.floor(localMicros / 1000);
  const offsets = [zoneOffsetMs(zone, localMs - dayMs), zoneOffsetMs(zone, localMs + dayMs)];
  const fitting = offsets.filter((offset) => zoneOffsetMs(zone, localMs - offset) === offset);
  if (fitting.length === 0) return { ok: false, why: 'nonexistent' };
  return { ok: true, micros: localMicros - Math.max(...fitting) * 1000 };
}

const formats = new Map<string, Intl.DateTimeFormat>();
const offsetsByQuarterHour = new Map<string, number>();
const quarterHourMs = 15 * minuteMs;
const rememberedOffsets = 50_000;

function zoneOffsetMs(zone: string, utcMs: number): number {
  const quarter = Math.floor(utcMs / quarterHourMs);
  const key = `${zone} ${quarter}`;
  const known = offsetsByQuarterHour.get(key);
  if (known !== undefined) return known;
  const offset = computeOffsetMs(zone, quarter * quarterHourMs);
  if (offsetsByQuarterHour.size >= rememberedOffsets) offsetsByQuarterHour.clear();
  offsetsByQuarterHour.set(key, offset);
  return offset;
}

function computeOffsetMs(zone: string, utcMs: number): number {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formats.set(zone, format);
  }
  const part: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(utcMs)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - utcMs;
}

/** Moments in the ledger have milliseconds; what is finer is cut off, never rounded up past a deadline. */
export const instantOf = (micros: number): string => new Date(Math.floor(micros / 1000)).toISOString();
