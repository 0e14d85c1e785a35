import { expect, it } from '@jest/globals';
import { IdSet } from './id-set.ts';

const idOf = (n: number): string => `00000000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

it('knows every id again, beyond what it began with', () => {
  const ids = new IdSet();
  for (let n = 0; n < 20_000; n += 1) expect(ids.add(idOf(n))).toBe(true);
  for (const n of [0, 1, 9_999, 19_999]) expect(ids.add(idOf(n))).toBe(false);
  expect(ids.add('00000000-0000-0000-0000-000000000000')).toBe(true);
  expect(ids.add('00000000-0000-0000-0000-000000000000')).toBe(false);
  expect(() => ids.add('no id')).toThrow(RangeError);
});
