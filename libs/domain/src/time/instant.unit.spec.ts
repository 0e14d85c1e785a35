import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOfDay, instantOf, isDay, isInstant, msOf, plusMs, startOfDay, vietnamDayOf } from './instant.ts';

const years0000To9999 = fc.integer({ min: Date.UTC(2000, 0) - 2000 * 31_556_952_000, max: Date.UTC(9999, 11, 31) });

describe('an instant', () => {
  it('is written and read as ECMAScript writes it', () => {
    fc.assert(
      fc.property(years0000To9999, (ms) => {
        const text = new Date(ms).toISOString();
        fc.pre(text.length === 24);
        expect(instantOf(ms)).toBe(text);
        expect(msOf(text)).toBe(ms);
      }),
    );
  });

  it.each([
    '2025-07-01',
    '2025-07-01T00:00:00Z',
    '2025-07-01T00:00:00.000+07:00',
    '2025-02-29T00:00:00.000Z',
    '1900-02-29T00:00:00.000Z',
    '2025-13-01T00:00:00.000Z',
    '2025-00-10T00:00:00.000Z',
    '2025-04-31T00:00:00.000Z',
    '2025-07-00T00:00:00.000Z',
    '2025-07-01T24:00:00.000Z',
    '2025-07-01T23:60:00.000Z',
    '2025-07-01T23:59:60.000Z',
    ' 2025-07-01T00:00:00.000Z',
    '',
  ])('is not %j', (text) => {
    expect(isInstant(text)).toBe(false);
    expect(() => msOf(text)).toThrow(RangeError);
  });

  it('exists on the leap days of the calendar', () => {
    expect(isInstant('2000-02-29T00:00:00.000Z')).toBe(true);
    expect(isInstant('2024-02-29T00:00:00.000Z')).toBe(true);
  });

  it('is refused outside four-digit years and for broken milliseconds', () => {
    expect(() => instantOf(Date.UTC(10_000, 0))).toThrow(RangeError);
    expect(() => instantOf(0.5)).toThrow(RangeError);
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
  });

  it('moves by milliseconds', () => {
    expect(plusMs('2025-06-30T23:59:59.999Z', 1)).toBe('2025-07-01T00:00:00.000Z');
    expect(plusMs('2024-03-01T00:00:00.000Z', -1)).toBe('2024-02-29T23:59:59.999Z');
  });
});

describe('a day in Vietnam', () => {
  it('begins at 17:00 UTC of the day before', () => {
    expect(startOfDay('2025-07-01')).toBe('2025-06-30T17:00:00.000Z');
    expect(endOfDay('2025-07-01')).toBe('2025-07-01T16:59:59.999Z');
  });

  it('holds every moment from its beginning to its end, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0) }), (ms) => {
        const moment = instantOf(ms);
        const day = vietnamDayOf(moment);
        expect(isDay(day)).toBe(true);
        expect(startOfDay(day) <= moment && moment <= endOfDay(day)).toBe(true);
        expect(vietnamDayOf(plusMs(endOfDay(day), 1)) > day).toBe(true);
      }),
    );
  });

  it.each(['2025-02-29', '2025-7-1', '2025-07-32', '01/07/2025', ''])('is not %j', (text) => {
    expect(isDay(text)).toBe(false);
    expect(() => startOfDay(text)).toThrow(RangeError);
  });
});
