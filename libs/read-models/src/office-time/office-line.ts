import type { CalendarPublished, OfficeHours } from '#domain/calendar/events.ts';
import { dayMs, dayNumberOf, vietnamOffsetMs, weekdayOf } from '#domain/time/instant.ts';
import type { OfficeTimeRow } from './table.entity.ts';

type Version = CalendarPublished['data'];
/** Seconds during which office time runs (`rate` 1) or runs back (−1: a day off that the week counts). */
type Stretch = { readonly from: number; readonly to: number; readonly rate: number };
type Line = { readonly from: string[]; readonly base: string[]; readonly slope: string[] };

/** Earlier than every moment, so that each lies in a piece of the line. */
const always = -1e18;
const daySeconds = dayMs / 1000;

const clockSeconds = (clock: string): number => (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))) * 60;

/** `midnight`: where the day begins on the line. */
const stretchesOn = (midnight: number, hours: readonly OfficeHours[], rate: number): Stretch[] =>
  hours.map(({ from, to }) => ({ from: midnight + clockSeconds(from), to: midnight + clockSeconds(to), rate }));

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
const corrections = ({ days, weekdays }: Version): { readonly midnight: number; readonly rate: number }[] =>
  days
    .map(({ day, off }) => {
      const number = dayNumberOf(day);
      const rate = (off ? 0 : 1) - (weekdays.includes(weekdayOf(number)) ? 1 : 0);
      return { midnight: number * daySeconds - vietnamOffsetMs / 1000, rate };
    })
    .filter(({ rate }) => rate !== 0)
    .sort((a, b) => a.midnight - b.midnight);

/** The calendar version as two lines that count office time. */
export const officeTimeRow = (version: Version): OfficeTimeRow => {
  const { officeHours } = version;
  const weekdays = version.weekdays.toSorted((a, b) => a - b);
  const week = weekdays.flatMap((weekday) => stretchesOn((weekday - 1) * daySeconds, officeHours, 1));
  const weekLine = lineThrough(week);
  const exceptionLine = lineThrough(
    corrections(version).flatMap(({ midnight, rate }) => stretchesOn(midnight, officeHours, rate)),
  );
  return {
    calendarId: version.calendarId,
    version: version.version,
    common: version.units.length === 0,
    weekSeconds: week.reduce((sum, { from, to }) => sum + to - from, 0),
    weekFrom: weekLine.from,
    weekBase: weekLine.base,
    weekSlope: weekLine.slope,
    exceptionFrom: exceptionLine.from,
    exceptionBase: exceptionLine.base,
    exceptionSlope: exceptionLine.slope,
  };
};
