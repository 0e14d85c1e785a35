import { describe, expect, it } from '@jest/globals';
import { formatWorkingTime, splitWorkingTime } from './working-time.ts';

const hour = 3_600_000;

describe('working time', () => {
  it.each([
    [0, 'dưới 1 phút', 'under 1 minute'],
    [59_999, 'dưới 1 phút', 'under 1 minute'],
    [60_000, '1 phút', '1 minute'],
    [5 * hour + 10 * 60_000, '5 giờ 10 phút', '5 hours 10 minutes'],
    [8 * hour, '1 ngày', '1 day'],
    [8 * hour + 59 * 60_000, '1 ngày', '1 day'],
    [28 * hour, '3 ngày 4 giờ', '3 days 4 hours'],
    [1452 * 8 * hour, '1.452 ngày', '1,452 days'],
  ])('%p ms reads %p', (workingMs, vi, en) => {
    expect(formatWorkingTime(workingMs, 'vi')).toBe(vi);
    expect(formatWorkingTime(workingMs, 'en')).toBe(en);
  });

  it('is never rounded up to a day that has not passed', () =>
    expect(splitWorkingTime(8 * hour - 1)).toEqual({ days: 0, hours: 7, minutes: 59 }));
});
