import type { Day, Instant } from '../kernel/event.ts';

export const dayMs = 86_400_000;
/** Vietnam has kept UTC+7 without summer time since 13 June 1975; every moment of the ledger is later than that. */
export const vietnamOffsetMs = 7 * 3_600_000;

const instantShape = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;
const dayShape = /^\d{4}-\d{2}-\d{2}$/;

type CivilDate = { readonly year: number; readonly month: number; readonly day: number };

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar; years begin in March so that the leap
 * day comes last (algorithm of Howard Hinnant, "chrono-compatible low-level date algorithms").
 */
const daysFromCivil = ({ year, month, day }: CivilDate): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

const civilFromDays = (days: number): CivilDate => {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
};

const isCivil = (date: CivilDate): boolean => {
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31) return false;
  return civilFromDays(daysFromCivil(date)).month === date.month;
};

const numberIn = (text: string, from: number, to: number): number => Number(text.slice(from, to));

const civilOf = (text: Day): CivilDate | null => {
  if (!dayShape.test(text)) return null;
  const date = { year: numberIn(text, 0, 4), month: numberIn(text, 5, 7), day: numberIn(text, 8, 10) };
  return isCivil(date) ? date : null;
};

/** Milliseconds since 1970-01-01T00:00Z, or null when the text is not an Instant. */
export const parseInstant = (text: string): number | null => {
  const date = instantShape.test(text) ? civilOf(text.slice(0, 10)) : null;
  if (!date) return null;
  const minutes = numberIn(text, 11, 13) * 60 + numberIn(text, 14, 16);
  return daysFromCivil(date) * dayMs + (minutes * 60 + numberIn(text, 17, 19)) * 1000 + numberIn(text, 20, 23);
};

export const isInstant = (text: string): boolean => parseInstant(text) !== null;

/** True for a day that exists in the calendar, written `yyyy-MM-dd`. */
export const isDay = (text: string): boolean => civilOf(text) !== null;

/** Milliseconds since 1970-01-01T00:00Z. Throws RangeError when the text is not an Instant. */
export const msOf = (instant: Instant): number => {
  const ms = parseInstant(instant);
  if (ms === null) throw new RangeError(`not an instant: ${instant}`);
  return ms;
};

const padded = (value: number, width: number): string => String(value).padStart(width, '0');

const dayText = (days: number): Day => {
  const { year, month, day } = civilFromDays(days);
  if (year < 0 || year > 9999) throw new RangeError(`year outside 0000–9999: ${year}`);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`;
};

/** The Instant of whole milliseconds since 1970-01-01T00:00Z. Throws RangeError outside the years 0000–9999. */
export const instantOf = (ms: number): Instant => {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`not whole milliseconds: ${ms}`);
  const days = Math.floor(ms / dayMs);
  const rest = ms - days * dayMs;
  const [hour, minute] = [Math.floor(rest / 3_600_000), Math.floor(rest / 60_000) % 60];
  const [second, milli] = [Math.floor(rest / 1000) % 60, rest % 1000];
  return `${dayText(days)}T${padded(hour, 2)}:${padded(minute, 2)}:${padded(second, 2)}.${padded(milli, 3)}Z`;
};

/** The Instant `ms` milliseconds later (earlier when negative). */
export const plusMs = (instant: Instant, ms: number): Instant => instantOf(msOf(instant) + ms);

/** The calendar day in Vietnam on which the moment falls. */
export const vietnamDayOf = (instant: Instant): Day => dayText(Math.floor((msOf(instant) + vietnamOffsetMs) / dayMs));

/** First moment of a Vietnamese day. Throws RangeError when the text is not a day. */
export const startOfDay = (day: Day): Instant => {
  const date = civilOf(day);
  if (!date) throw new RangeError(`not a day: ${day}`);
  return instantOf(daysFromCivil(date) * dayMs - vietnamOffsetMs);
};

/** Last millisecond of a Vietnamese day, so that "as of that day" includes all of it. */
export const endOfDay = (day: Day): Instant => plusMs(startOfDay(day), dayMs - 1);

/** Days since 1970-01-01, for counting days. Throws RangeError when the text is not a day. */
export const dayNumberOf = (day: Day): number => {
  const date = civilOf(day);
  if (!date) throw new RangeError(`not a day: ${day}`);
  return daysFromCivil(date);
};

/** The day `dayNumber` days after 1970-01-01. Throws RangeError outside the years 0000–9999. */
export const dayOfNumber = (dayNumber: number): Day => dayText(dayNumber);

/** 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export const weekdayOf = (dayNumber: number): number => ((((dayNumber + 3) % 7) + 7) % 7) + 1;
