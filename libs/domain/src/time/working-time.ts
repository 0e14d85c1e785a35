import type { Instant } from '../kernel/event.ts';
import { dayMs, msOf, vietnamOffsetMs } from './instant.ts';

const workingDaysPerWeek = 5;
/** 1970-01-01 was a Thursday: three days after a Monday. */
const daysFromMondayToEpoch = 3;

/** Working milliseconds from a fixed Monday midnight (Vietnam) up to the moment; monotone, so differences are spans. */
const workingMsUpTo = (ms: number): number => {
  const sinceMonday = ms + vietnamOffsetMs + daysFromMondayToEpoch * dayMs;
  const day = Math.floor(sinceMonday / dayMs);
  const week = Math.floor(day / 7);
  const weekday = day - week * 7;
  const wholeDays = week * workingDaysPerWeek + Math.min(weekday, workingDaysPerWeek);
  return wholeDays * dayMs + (weekday < workingDaysPerWeek ? sinceMonday - day * dayMs : 0);
};

/**
 * Milliseconds of [from, to) that fall on Monday–Friday in Vietnam (UTC+7), the whole day counted and
 * holidays not left out: plain weekdays until the calendar exists. 0 when `to` is not after `from`.
 */
export const workingMs = (from: Instant, to: Instant): number =>
  Math.max(0, workingMsUpTo(msOf(to)) - workingMsUpTo(msOf(from)));
