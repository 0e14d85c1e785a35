import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantOf, startOfDay } from './instant.ts';
import { workingMs } from './working-time.ts';

const hour = 3_600_000;

/** Walks the span in steps of one minute and asks the platform's calendar for each weekday. */
const walked = (fromMs: number, toMs: number): number => {
  let total = 0;
  for (let ms = fromMs; ms < toMs; ms += 60_000) {
    const weekday = new Date(ms + 7 * hour).getUTCDay();
    if (weekday !== 0 && weekday !== 6) total += 60_000;
  }
  return total;
};

const minute = fc.integer({ min: 0, max: Date.UTC(2040, 0) / 60_000 }).map((minutes) => minutes * 60_000);

describe('working time', () => {
  it('counts what a walker through the span counts', () => {
    fc.assert(
      fc.property(minute, fc.integer({ min: 0, max: 12 * 24 * 60 }), (from, minutes) => {
        const to = from + minutes * 60_000;
        expect(workingMs(instantOf(from), instantOf(to))).toBe(walked(from, to));
      }),
    );
  });

  it('adds up: a span is the sum of its parts', () => {
    const moment = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
    fc.assert(
      fc.property(fc.tuple(moment, moment, moment), (moments) => {
        const [a, b, c] = moments.sort((x, y) => x - y).map(instantOf) as [string, string, string];
        expect(workingMs(a, c)).toBe(workingMs(a, b) + workingMs(b, c));
      }),
    );
  });

  it('counts five days a week, beginning at Monday midnight in Vietnam', () => {
    expect(workingMs(startOfDay('2025-06-30'), startOfDay('2025-07-07'))).toBe(5 * 24 * hour);
    expect(workingMs(startOfDay('2025-07-05'), startOfDay('2025-07-07'))).toBe(0);
    expect(workingMs('2025-07-04T16:59:59.999Z', startOfDay('2025-07-07'))).toBe(1);
  });

  it('is nothing when the end is not after the beginning', () => {
    expect(workingMs('2025-07-02T00:00:00.000Z', '2025-07-01T00:00:00.000Z')).toBe(0);
    expect(workingMs('2025-07-02T00:00:00.000Z', '2025-07-02T00:00:00.000Z')).toBe(0);
  });
});
