import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { same } from './same.ts';

describe('sameness of plain data', () => {
  it('holds between a value and its copy', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => same(value, structuredClone(value))));
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: null }],
    [['x'], { 0: 'x' }],
    [
      ['x', 'y'],
      ['y', 'x'],
    ],
    [null, {}],
    ['1', 1],
  ])('does not hold between %j and %j', (a, b) => {
    expect(same(a, b)).toBe(false);
    expect(same(b, a)).toBe(false);
  });

  it('does not depend on the order of keys or on absent ones', () => {
    expect(same({ a: 1, b: { c: 2 } }, { b: { c: 2, d: undefined }, a: 1 })).toBe(true);
  });
});
