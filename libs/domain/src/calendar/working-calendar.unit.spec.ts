import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { calendarVersion, type CalendarVersion } from '../../../../test/fixtures/domain/calendar.ts';
import { plainWeek, WorkingCalendar } from './working-calendar.ts';

const minute = 60_000;
const iso = (ms: number): string => new Date(ms).toISOString();
/** Vietnam's clock, read with the platform's own calendar: the date and the minute of the day. */
const inVietnam = (ms: number) => {
  const local = new Date(ms + 7 * 60 * minute);
  return {
    date: local.toISOString().slice(0, 10),
    time: local.toISOString().slice(11, 16),
    weekday: local.getUTCDay(),
  };
};

/** Knows nothing of the code under test: asks of one day, of one minute, whether work is done. */
const worksOn = (version: CalendarVersion, ms: number): boolean => {
  const { date, weekday } = inVietnam(ms);
  const exception = version.days.find(({ day }) => day === date);
  return exception ? !exception.off : version.weekdays.includes(weekday === 0 ? 7 : weekday);
};
const worksAt = (version: CalendarVersion, ms: number): boolean => {
  const { time } = inVietnam(ms);
  return worksOn(version, ms) && version.officeHours.some(({ from, to }) => from <= time && time < to);
};
const walkedMs = (version: CalendarVersion, from: number, to: number): number => {
  let total = 0;
  for (let ms = from; ms < to; ms += minute) if (worksAt(version, ms)) total += minute;
  return total;
};
/** Midnights in Vietnam, one after another, counting those worked. */
const walkedDays = (version: CalendarVersion, from: number, n: number): string => {
  let [ms, left] = [from, n];
  while (left > 0) {
    ms += 24 * 60 * minute;
    if (worksOn(version, ms)) left -= 1;
  }
  return inVietnam(ms).date;
};

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const hours = fc
  .uniqueArray(fc.integer({ min: 0, max: 1440 }), { minLength: 2, maxLength: 6 })
  .map((times) => times.sort((a, b) => a - b).slice(0, times.length - (times.length % 2)))
  .map((times) =>
    Array.from({ length: times.length / 2 }, (_, index) => ({
      from: clock(times[2 * index] ?? 0),
      to: clock(times[2 * index + 1] ?? 0),
    })),
  );
const firstDay = Date.UTC(2024, 1, 1);
const exceptions = fc
  .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.boolean()), { selector: ([day]) => day, maxLength: 20 })
  .map((days) =>
    days.map(([offset, off]) => ({
      day: iso(firstDay + offset * 24 * 60 * minute).slice(0, 10),
      off,
      name: 'x',
      certainty: 'V' as const,
      swappedWith: null,
    })),
  );
const versions = fc
  .record({
    weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
    officeHours: hours,
    days: exceptions,
  })
  .map((said) => calendarVersion(said));
/** Around a leap day, on whole minutes. */
const moments = fc.integer({ min: 0, max: 50 * 1440 }).map((minutes) => firstDay + minutes * minute);

describe('R23 working time, against a walker through days and minutes', () => {
  it('R23 lies where the walker finds it, minute by minute', () => {
    fc.assert(
      fc.property(versions, moments, fc.integer({ min: 0, max: 9 * 1440 }), (version, from, minutes) => {
        const to = from + minutes * minute;
        expect(new WorkingCalendar(version).workingMs(iso(from), iso(to))).toBe(walkedMs(version, from, to));
      }),
      { numRuns: 60 },
    );
  });

  it('R23 runs evenly inside a minute, and not at all when the end is not later', () => {
    fc.assert(
      fc.property(versions, moments, fc.integer({ min: 0, max: minute }), (version, from, ms) => {
        const calendar = new WorkingCalendar(version);
        expect(calendar.workingMs(iso(from), iso(from + ms))).toBe(worksAt(version, from) ? ms : 0);
        expect(calendar.workingMs(iso(from), iso(from - ms))).toBe(0);
      }),
    );
  });

  it('R23 adds up: a span is the sum of its parts, over years that no list covers as well', () => {
    const any = fc.integer({ min: Date.UTC(1990, 0), max: Date.UTC(2090, 0) });
    fc.assert(
      fc.property(versions, fc.tuple(any, any, any), (version, three) => {
        const [a = '', b = '', c = ''] = three.sort((x, y) => x - y).map(iso);
        const calendar = new WorkingCalendar(version);
        expect(calendar.workingMs(a, b) + calendar.workingMs(b, c)).toBe(calendar.workingMs(a, c));
      }),
    );
  });

  it('R23 a term of working days ends with the last millisecond of the day the walker stops at', () => {
    fc.assert(
      fc.property(versions, moments, fc.integer({ min: 0, max: 25 }), (version, from, days) => {
        const { dueAt } = new WorkingCalendar(version).dueOf({ kind: 'working-days', days }, iso(from));
        expect(dueAt).toBe(iso(Date.parse(`${walkedDays(version, from, days)}T23:59:59.999+07:00`)));
      }),
    );
  });

  it('R23 counting the days of a term gives the term back, and going back from its end leads to where it began', () => {
    fc.assert(
      fc.property(versions, moments, fc.integer({ min: 1, max: 25 }), (version, from, days) => {
        const calendar = new WorkingCalendar(version);
        const dueAt = calendar.addWorkingDays(iso(from), days);
        expect(calendar.workingDaysBetween(iso(from), dueAt)).toBe(days);
        const { date } = inVietnam(from);
        const back = calendar.workingDayBefore(inVietnam(Date.parse(dueAt)).date, days);
        expect(back).toBe(worksOn(version, from) ? date : calendar.workingDayBefore(date, 1));
      }),
    );
  });

  it('R23 a term of working hours ends at the first moment at which they have run', () => {
    fc.assert(
      fc.property(versions, moments, fc.integer({ min: 1, max: 30 * 60 }), (version, from, minutes) => {
        const calendar = new WorkingCalendar(version);
        const { dueAt } = calendar.dueOf({ kind: 'working-hours', hours: minutes / 60 }, iso(from));
        expect(calendar.workingMs(iso(from), dueAt)).toBe(minutes * minute);
        expect(calendar.workingMs(iso(from), iso(Date.parse(dueAt) - 1))).toBe(minutes * minute - 1);
      }),
      { numRuns: 60 },
    );
  });

  it('R23 stops while others hold the dossier, however the stops overlap', () => {
    const span = fc.tuple(moments, fc.option(fc.integer({ min: 0, max: 3 * 1440 }), { freq: 8 }));
    fc.assert(
      fc.property(versions, moments, fc.array(span, { maxLength: 4 }), (version, from, spans) => {
        const to = from + 6 * 1440 * minute;
        const stops = spans.map(([begin, length]) => ({
          from: begin,
          to: length === null ? null : begin + length * minute,
        }));
        let running = 0;
        for (let ms = from; ms < to; ms += minute) {
          const stopped = stops.some((stop) => stop.from <= ms && (stop.to === null || ms < stop.to));
          if (!stopped && worksAt(version, ms)) running += minute;
        }
        const asInstants = stops.map((stop) => ({ from: iso(stop.from), to: stop.to === null ? null : iso(stop.to) }));
        expect(new WorkingCalendar(version).workingMsOutside(iso(from), iso(to), asInstants)).toBe(running);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a term as documents state it', () => {
  const calendar = new WorkingCalendar(calendarVersion());
  const from = '2024-01-02T03:00:00.000Z';
  const end = (day: string): string => iso(Date.parse(`${day}T23:59:59.999+07:00`));

  it('R15 ends at 24:00 of a day named, on whatever day of the week', () => {
    expect(calendar.dueOf({ kind: 'day', day: '2024-03-10', rollOver: false }, from)).toEqual({
      dueAt: end('2024-03-10'),
      calendar: { calendar: 'vn', version: 1 },
    });
  });

  it.each([
    ['2024-10-10', '2024-10-09'],
    ['2024-11-13', '2024-11-12'],
    ['2024-11-10', '2024-11-09'],
  ])('R15 "before %s" ends with %s, a Saturday too where nothing rolls over', (day, last) => {
    expect(calendar.dueOf({ kind: 'before-day', day, rollOver: false }, from).dueAt).toBe(end(last));
  });

  it('R15 rolls over to the next working day where the rule says so, past a swapped Monday and a holiday', () => {
    expect(calendar.dueOf({ kind: 'day', day: '2024-04-27', rollOver: true }, from).dueAt).toBe(end('2024-05-01'));
    expect(calendar.dueOf({ kind: 'before-day', day: '2024-11-10', rollOver: true }, from).dueAt).toBe(
      end('2024-11-11'),
    );
    expect(calendar.dueOf({ kind: 'day', day: '2024-05-04', rollOver: true }, from).dueAt).toBe(end('2024-05-04'));
  });

  it('keeps a moment as it was said', () => {
    expect(calendar.dueOf({ kind: 'moment', at: from }, from).dueAt).toBe(from);
  });

  it('R23 does not count lunch: four hours from 10:30 end at 16:30', () => {
    const due = calendar.dueOf({ kind: 'working-hours', hours: 4 }, '2024-03-05T03:30:00.000Z');
    expect(due.dueAt).toBe('2024-03-05T09:30:00.000Z');
    expect(calendar.addWorkingHours(from, 0)).toBe(from);
  });

  it('throws where a term would never end', () => {
    const never = new WorkingCalendar(calendarVersion({ weekdays: [], days: [], officeHours: [] }));
    expect(() => never.addWorkingDays(from, 1)).toThrow(RangeError);
    expect(() => never.workingDayBefore('2024-03-05', 1)).toThrow(RangeError);
    expect(() => never.addWorkingHours(from, 1)).toThrow(RangeError);
  });
});

describe('how sure the calendar is', () => {
  const calendar = new WorkingCalendar(calendarVersion());

  it('says it of exceptional days as published, of ordinary ones by what lies within a week', () => {
    const days = ['2024-02-08', '2024-02-15', '2024-02-16', '2024-04-29', '2024-12-31'];
    expect(days.map((day) => calendar.certaintyOf(day))).toEqual(['M', 'M', 'V', 'V', 'V']);
  });

  it('knows nothing outside its years, and the plain week knows no year', () => {
    expect(['2023-12-31', '2025-01-01'].map((day) => calendar.certaintyOf(day))).toEqual([null, null]);
    expect(new WorkingCalendar(plainWeek).certaintyOf('2024-03-05')).toBeNull();
  });
});
