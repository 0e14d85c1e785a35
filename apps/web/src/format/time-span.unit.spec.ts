import { describe, expect, it } from '@jest/globals';
import { formatSpan } from './time-span.ts';

describe('a span of time', () => {
  it.each([
    [0, '0 giây', '0 seconds'],
    [1, '1 giây', '1 second'],
    [10, '10 giây', '10 seconds'],
    [60, '1 phút', '1 minute'],
    [90, '90 giây', '90 seconds'],
    [600, '10 phút', '10 minutes'],
    [3_600, '1 giờ', '1 hour'],
    [5_400, '90 phút', '90 minutes'],
    [7_200, '2 giờ', '2 hours'],
  ])('%s seconds', (seconds, vi, en) => {
    expect([formatSpan(seconds, 'vi'), formatSpan(seconds, 'en')]).toEqual([vi, en]);
  });
});
