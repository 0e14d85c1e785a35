import type { CalendarCitation, ComputedDue } from '../kernel/citation.ts';
import type { Day, Instant } from '../kernel/event.ts';
import {
  dayNumberOf,
  dayOfNumber,
  endOfDay,
  instantOf,
  msOf,
  startOfDay,
  vietnamDayOf,
  weekdayOf,
} from '../time/instant.ts';
import type { CalendarPublished, Certainty, ExceptionalDay, OfficeHours } from './events.ts';
import type { Term } from './term.ts';

type Version = CalendarPublished['data'];
/** A time during which the clock of a duty stands still: others held the dossier. [from, to); null: still running. */
export type ClockStop = { readonly from: Instant; readonly to: Instant | null };
/** Working stretches of a day in milliseconds from its midnight. */
type Stretch = { readonly from: number; readonly to: number };

const minuteMs = 60_000;
const hourMs = 3_600_000;
/** No run of days off is longer; a calendar without working days would otherwise be searched for ever. */
const longestSearchDays = 366;
/** A holiday that is only remembered may be a day longer, shorter or elsewhere: so far around it days are in doubt. */
const doubtDays = 7;

const clockMs = (clock: string): number => Number(clock.slice(0, 2)) * hourMs + Number(clock.slice(3, 5)) * minuteMs;
const stretchOf = ({ from, to }: OfficeHours): Stretch => ({ from: clockMs(from), to: clockMs(to) });

/** Mon–Fri, 07:30–11:30 and 13:30–17:30: what is assumed until a calendar is published. */
export const plainWeek: Version = {
  calendarId: 'vn',
  version: 0,
  announcedAt: '1975-06-13T00:00:00.000Z',
  units: [],
  weekdays: [1, 2, 3, 4, 5],
  officeHours: [
    { from: '07:30', to: '11:30' },
    { from: '13:30', to: '17:30' },
  ],
  // A range that ends before it begins: no year is known.
  knownFrom: '9999-12-31',
  knownTo: '0001-01-01',
  days: [],
  source: 'plain week',
};

const doubts: readonly Certainty[] = ['V', 'S', 'M'];

/** The weakest of them; none leaves nothing in doubt. */
export const leastSure = (found: readonly Certainty[]): Certainty =>
  found.reduce<Certainty>((weakest, each) => (doubts.indexOf(each) > doubts.indexOf(weakest) ? each : weakest), 'V');

/**
 * Working-time arithmetic on one calendar version, in Asia/Ho_Chi_Minh. Civil Code 2015 art. 147–148: the
 * day a period begins on is not counted, and it ends at 24:00 of its last day.
 */
export class WorkingCalendar {
  readonly citation: CalendarCitation;
  readonly #exceptions: ReadonlyMap<Day, ExceptionalDay>;
  /** Day numbers that the weekly pattern counts wrongly: +1 worked besides, −1 off besides. */
  readonly #corrections: readonly { readonly number: number; readonly change: number }[];
  readonly #weekdays: ReadonlySet<number>;
  readonly #stretches: readonly Stretch[];
  readonly dailyMs: number;

  constructor(readonly version: Version) {
    this.citation = { calendar: version.calendarId, version: version.version };
    this.#exceptions = new Map(version.days.map((day) => [day.day, day]));
    this.#weekdays = new Set(version.weekdays);
    this.#stretches = version.officeHours.map(stretchOf);
    this.dailyMs = this.#stretches.reduce((sum, { from, to }) => sum + to - from, 0);
    this.#corrections = [...this.#exceptions.values()].flatMap(({ day, off }) => {
      const number = dayNumberOf(day);
      const change = (off ? 0 : 1) - (this.#weekdays.has(weekdayOf(number)) ? 1 : 0);
      return change === 0 ? [] : [{ number, change }];
    });
  }

  /** What is said of the day itself; null for an ordinary day of the week. */
  exceptionOn(day: Day): ExceptionalDay | null {
    return this.#exceptions.get(day) ?? null;
  }

  isWorkingDay(day: Day): boolean {
    const exception = this.#exceptions.get(day);
    return exception ? !exception.off : this.#weekdays.has(weekdayOf(dayNumberOf(day)));
  }

  /**
   * How sure the calendar is of the day. An exceptional day says so itself; an ordinary one is as sure as the
   * least sure exceptional day within a week of it. Null outside the years it knows, where only the weekly pattern is known.
   */
  certaintyOf(day: Day): Certainty | null {
    const exception = this.#exceptions.get(day);
    if (exception) return exception.certainty;
    if (day < this.version.knownFrom || day > this.version.knownTo) return null;
    const number = dayNumberOf(day);
    const near = this.version.days.filter((each) => Math.abs(dayNumberOf(each.day) - number) <= doubtDays);
    return leastSure(near.map(({ certainty }) => certainty));
  }

  /** The first working day on or after the day. Throws RangeError when there is none within a year. */
  workingDayFrom(day: Day): Day {
    const first = dayNumberOf(day);
    for (let number = first; number < first + longestSearchDays; number += 1) {
      const candidate = dayOfNumber(number);
      if (this.isWorkingDay(candidate)) return candidate;
    }
    throw new RangeError(`no working day within a year after ${day}`);
  }

  /** The n-th working day after the day; the day itself is not counted. n ≥ 0; 0 gives the day itself. */
  workingDayAfter(day: Day, n: number): Day {
    let found = day;
    for (let counted = 0; counted < n; counted += 1) found = this.workingDayFrom(dayOfNumber(dayNumberOf(found) + 1));
    return found;
  }

  /** The n-th working day before the day, n ≥ 0. */
  workingDayBefore(day: Day, n: number): Day {
    let number = dayNumberOf(day);
    for (let counted = 0, searched = 0; counted < n; searched += 1) {
      if (searched > longestSearchDays * (n + 1)) throw new RangeError(`no working day before ${day}`);
      number -= 1;
      if (this.isWorkingDay(dayOfNumber(number))) counted += 1;
    }
    return dayOfNumber(number);
  }

  /** The last millisecond of the n-th working day after the moment's day. */
  addWorkingDays(from: Instant, n: number): Instant {
    return endOfDay(this.workingDayAfter(vietnamDayOf(from), n));
  }

  /**
   * The first moment at which so many office hours have run since `from`; outside office hours nothing runs.
   * No hours: `from` itself. Throws RangeError when the calendar has no office hours.
   */
  addWorkingHours(from: Instant, hours: number): Instant {
    let rest = Math.round(hours * hourMs);
    if (rest <= 0) return from;
    if (this.dailyMs === 0) throw new RangeError(`no office hours in ${this.version.calendarId}`);
    let day = vietnamDayOf(from);
    for (let cursor = msOf(from); ;) {
      for (const { from: opens, to: closes } of this.#openStretches(day)) {
        const [start, end] = [Math.max(cursor, opens), closes];
        if (start >= end) continue;
        if (rest <= end - start) return instantOf(start + rest);
        rest -= end - start;
      }
      day = this.workingDayFrom(dayOfNumber(dayNumberOf(day) + 1));
      cursor = msOf(startOfDay(day));
    }
  }

  /** Office time within [from, to), in milliseconds; 0 when `to` is not after `from`. */
  workingMs(from: Instant, to: Instant): number {
    if (to <= from) return 0;
    const [first, last] = [vietnamDayOf(from), vietnamDayOf(to)];
    const [lower, upper] = [msOf(from), msOf(to)];
    const within = (day: Day): number =>
      this.#openStretches(day).reduce(
        (sum, { from: opens, to: closes }) => sum + Math.max(0, Math.min(closes, upper) - Math.max(opens, lower)),
        0,
      );
    if (first === last) return within(first);
    return within(first) + this.#fullDays(dayNumberOf(first) + 1, dayNumberOf(last)) * this.dailyMs + within(last);
  }

  /** Office time within [from, to) while no stop ran; stops may overlap, reach beyond, or still be running. */
  workingMsOutside(from: Instant, to: Instant, stops: readonly ClockStop[]): number {
    let [cursor, total] = [from, 0];
    for (const stop of stops.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
      total += this.workingMs(cursor, stop.from < to ? stop.from : to);
      const until = stop.to ?? to;
      if (until > cursor) cursor = until;
    }
    return total + this.workingMs(cursor, to);
  }

  /** Working days after the day of `from` up to and including the day of `to`: what a limit in days counts. */
  workingDaysBetween(from: Instant, to: Instant): number {
    return to <= from ? 0 : this.#fullDays(dayNumberOf(vietnamDayOf(from)) + 1, dayNumberOf(vietnamDayOf(to)) + 1);
  }

  /** When the term ends, counted from `from`. */
  dueOf(term: Term, from: Instant): ComputedDue {
    return { dueAt: this.#endOf(term, from), calendar: this.citation };
  }

  #endOf(term: Term, from: Instant): Instant {
    switch (term.kind) {
      case 'moment':
        return term.at;
      case 'day':
        return endOfDay(term.rollOver ? this.workingDayFrom(term.day) : term.day);
      case 'before-day': {
        const last = dayOfNumber(dayNumberOf(term.day) - 1);
        return endOfDay(term.rollOver ? this.workingDayFrom(last) : last);
      }
      case 'working-days':
        return this.addWorkingDays(from, term.days);
      case 'working-hours':
        return this.addWorkingHours(from, term.hours);
    }
  }

  #openStretches(day: Day): readonly Stretch[] {
    if (!this.isWorkingDay(day)) return [];
    const midnight = msOf(startOfDay(day));
    return this.#stretches.map(({ from, to }) => ({ from: midnight + from, to: midnight + to }));
  }

  /** Working days in [from, to), as day numbers: whole weeks by count, the rest and the exceptions one by one. */
  #fullDays(from: number, to: number): number {
    if (to <= from) return 0;
    const weeks = Math.floor((to - from) / 7);
    let count = weeks * this.#weekdays.size;
    for (let day = from + weeks * 7; day < to; day += 1) if (this.#weekdays.has(weekdayOf(day))) count += 1;
    for (const { number, change } of this.#corrections) if (number >= from && number < to) count += change;
    return count;
  }
}
