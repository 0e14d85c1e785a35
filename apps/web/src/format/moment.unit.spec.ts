import { describe, expect, it } from '@jest/globals';
import { formatDay, formatIsoDay, formatMoment, parseDay } from './moment.ts';

describe('moments', () => {
  it('are shown in Vietnam time, day before month', () => {
    expect(formatMoment('2025-06-30T08:05:59.999Z')).toBe('30/06/2025 15:05');
    expect(formatDay('2025-06-30T16:59:59.999Z')).toBe('30/06/2025');
  });

  it('pass midnight in Vietnam at 17:00 UTC, over the end of a year too', () => {
    expect(formatMoment('2025-12-31T17:00:00.000Z')).toBe('01/01/2026 00:00');
  });
});

describe('days typed by people', () => {
  it.each([
    ['30/6/2025', '2025-06-30'],
    [' 01.02.2024 ', '2024-02-01'],
    ['29-2-2024', '2024-02-29'],
  ])('reads %p', (typed, day) => expect(parseDay(typed)).toBe(day));

  it.each(['', '2025-06-30', '31/02/2025', '29/2/2025', '00/01/2025', '1/13/2025', '1/1/25', 'hôm nay'])(
    'refuses %p',
    (typed) => expect(parseDay(typed)).toBeNull(),
  );

  it('come back as they were typed', () => expect(formatIsoDay(parseDay('30/06/2025') ?? '')).toBe('30/06/2025'));
});
