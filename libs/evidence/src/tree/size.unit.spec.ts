import { describe, expect, it } from '@jest/globals';
import { asSize, bitLength, onesIn, trailingZeros } from './size.ts';

const largest = 2n ** 64n - 1n;

describe('a size', () => {
  it.each<[unknown, bigint]>([
    [0n, 0n],
    [7n, 7n],
    [largest, largest],
    [0, 0n],
    [-0, 0n],
    [1, 1n],
    [2 ** 53, 2n ** 53n],
  ])('is read from %p as %p', (value, size) => {
    expect(asSize(value)).toBe(size);
  });

  it.each([-1n, largest + 1n, -1, 2 ** 64, 0.5, Number.NaN, Infinity, '', '1', true, null, undefined, {}])(
    'is not %p',
    (value) => {
      expect(asSize(value)).toBeNull();
    },
  );
});

describe('the bits of a number', () => {
  it.each([0n, 1n, 2n, 3n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 33n - 1n, 2n ** 33n, 2n ** 63n, largest])(
    'of %p are as many as it takes to write it, and its ones as many as are written',
    (value) => {
      const written = value === 0n ? '' : value.toString(2);
      expect(bitLength(value)).toBe(written.length);
      expect(onesIn(value)).toBe(written.replaceAll('0', '').length);
    },
  );

  it.each([1n, 2n, 3n, 12n, 2n ** 31n, 2n ** 32n, 3n * 2n ** 33n, 2n ** 63n, largest])(
    'of %p end in as many zeros as it can be halved',
    (value) => {
      expect(trailingZeros(value)).toBe(value.toString(2).length - value.toString(2).replace(/0+$/, '').length);
    },
  );
});
