import type { CalendarPublished, OfficeHours } from '#domain/calendar/events.ts';
import { dayMs, dayNumberOf, vietnamOffsetMs, weekdayOf } from '#domain/time/instant.ts';
import type { OfficeTimeRow } from './table.entity.ts';

type Version = CalendarPublished['data'];
/** Milliseconds during which office time runs (`rate` 1) or runs back (−1: a day off that the week counts). */
type Stretch = { readonly from: number; readonly to: number; readonly rate: number };
type Line = { readonly from: string[]; readonly base: string[]; readonly slope: string[] };

/** Monday 5 January 1970, 00:00 in Vietnam: where both lines have their zero. */
const firstMonday = 4;
export const originMs = firstMonday * dayMs - vietnamOffsetMs;
/** Earlier than every moment, so that each lies in a piece of the line. */
const always = -1e18;

const clockMs = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60_000;

const stretchesOn = (day: number, hours: readonly OfficeHours[], rate: number): Stretch[] =>
  hours.map(({ from, to }) => ({ from: day * dayMs + clockMs(from), to: day * dayMs + clockMs(to), rate }));

const lineThrough = (stretches: readonly Stretch[]): Line => {
  const pieces = [{ from: always, base: 0, slope: 0 }];
  let total = 0;
  for (const { from, to, rate } of stretches) {
    pieces.push({ from, base: total - rate * from, slope: rate });
    total += rate * (to - from);
    pieces.push({ from: to, base: total, slope: 0 });
  }
  const column = (name: 'from' | 'base' | 'slope') => pieces.map((piece) => String(piece[name]));
  return { from: column('from'), base: column('base'), slope: column('slope') };
};

/** The days that the weekly pattern counts wrongly, in order, and by how much. */
const corrections = ({ days, weekdays }: Version): { readonly day: number; readonly rate: number }[] =>
  days
    .map(({ day, off }) => {
      const number = dayNumberOf(day);
      return { day: number - firstMonday, rate: (off ? 0 : 1) - (weekdays.includes(weekdayOf(number)) ? 1 : 0) };
    })
    .filter(({ rate }) => rate !== 0)
    .sort((a, b) => a.day - b.day);

/** The calendar version as two lines that count office time. */
export const officeTimeRow = (version: Version): OfficeTimeRow => {
  const { officeHours } = version;
  const weekdays = version.weekdays.toSorted((a, b) => a - b);
  const week = weekdays.flatMap((weekday) => stretchesOn(weekday - 1, officeHours, 1));
  const weekLine = lineThrough(week);
  const exceptionLine = lineThrough(
    corrections(version).flatMap(({ day, rate }) => stretchesOn(day, officeHours, rate)),
  );
  return {
    calendarId: version.calendarId,
    version: version.version,
    common: version.units.length === 0,
    weekMs: week.reduce((sum, { from, to }) => sum + to - from, 0),
    weekFrom: weekLine.from,
    weekBase: weekLine.base,
    weekSlope: weekLine.slope,
    exceptionFrom: exceptionLine.from,
    exceptionBase: exceptionLine.base,
    exceptionSlope: exceptionLine.slope,
  };
};
