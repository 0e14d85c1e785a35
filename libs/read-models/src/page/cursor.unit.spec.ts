import { describe, expect, it } from '@jest/globals';
import { InvalidCursor, InvalidLimit, cutPage, encodeCursor, keyOf, limitOf } from './cursor.ts';

describe('a page cursor', () => {
  it('comes back as the key it was made from', () => {
    const key = ['2025-07-01T00:00:00.000Z', 'hồ sơ 1', '12'];
    expect(keyOf({ cursor: encodeCursor(key) }, ['instant', 'text', 'integer'])).toEqual(key);
  });

  it('is null for the first page', () => {
    expect(keyOf({}, ['text'])).toBeNull();
  });

  it.each([
    ['not base64 JSON', '%%%'],
    ['not a list', Buffer.from('{"a":1}').toString('base64url')],
    ['of another length', encodeCursor(['a', 'b'])],
    ['of another kind', encodeCursor(['yesterday'])],
    ['not text inside', Buffer.from('[1]').toString('base64url')],
  ])('is refused when %s', (_, cursor) => {
    expect(() => keyOf({ cursor }, ['instant'])).toThrow(InvalidCursor);
  });

  it.each([0, 201, 1.5, Number.NaN])('refuses a limit of %p', (limit) => {
    expect(() => limitOf({ limit })).toThrow(InvalidLimit);
  });

  it('is given only when there is more', () => {
    const key = (row: string): readonly string[] => [row];
    expect(cutPage(['a', 'b'], 2, key)).toEqual({ rows: ['a', 'b'], next: null });
    expect(cutPage(['a', 'b', 'c'], 2, key)).toEqual({ rows: ['a', 'b'], next: encodeCursor(['b']) });
  });
});
