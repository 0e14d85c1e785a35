import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { rateOf, smallestShownDenominator, wilson95 } from './interval.ts';

describe('the 95 % interval of a rate', () => {
  it.each([
    [8, 10, 0.4902, 0.9433],
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [50, 100, 0.4038, 0.5962],
  ])('R18 gives %d of %d the bounds of the published tables', (numerator, denominator, low, high) => {
    const interval = wilson95(numerator, denominator);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('says nothing without a case and refuses what is no share', () => {
    expect(wilson95(0, 0)).toEqual({ low: 0, high: 1 });
    expect(() => wilson95(3, 2)).toThrow(RangeError);
    expect(() => wilson95(-1, 2)).toThrow(RangeError);
  });

  it('holds the share and stays within [0, 1]', () => {
    fc.assert(
      fc.property(fc.nat({ max: 500 }), fc.nat({ max: 500 }), (hits, misses) => {
        const denominator = hits + misses;
        const { low, high } = wilson95(hits, denominator);
        const share = denominator === 0 ? 0 : hits / denominator;
        expect([low >= 0, high <= 1, low <= high, low <= share + 1e-12, high >= share - 1e-12]).not.toContain(false);
      }),
    );
  });
});

describe('a rate', () => {
  it('R18 is withheld below the smallest number of cases, the counts are not', () => {
    expect(rateOf(3, smallestShownDenominator - 1)).toEqual({
      numerator: 3,
      denominator: 4,
      share: null,
      interval: null,
    });
    expect(rateOf(0, 0, 0)).toMatchObject({ share: null, interval: null });
    expect(rateOf(4, smallestShownDenominator)).toMatchObject({ share: 0.8, interval: { high: expect.any(Number) } });
  });
});
