import { describe, expect, it } from '@jest/globals';
import { boundOnce } from './bound-once.ts';

const day = (number: number): string => `2025-07-${String(number).padStart(2, '0')}T00:00:00.000Z`;
const binding = (from: string, to: string | null, changes: object = {}) => ({
  bindingId: 'b',
  instrumentId: 'letter',
  unitId: 'sxd',
  withSubordinates: false,
  from,
  to,
  ...changes,
});

describe('a binding', () => {
  const asked = (command: ReturnType<typeof binding>, ...bindings: ReturnType<typeof binding>[]) =>
    boundOnce({ command, bindings })?.code ?? null;

  it.each([
    ['from the same day', binding(day(1), null), 'rulebook.already-bound'],
    ['within an open one', binding(day(5), day(6)), 'rulebook.already-bound'],
    ['reaching into it', binding(day(1), day(3)), 'rulebook.already-bound'],
    ['up to its beginning', binding(day(1), day(2)), null],
    ['of another unit', binding(day(5), null, { unitId: 'stc' }), null],
    ['of another instrument', binding(day(5), null, { instrumentId: 'directive' }), null],
  ])('R19 %s', (_case, command, expected) => {
    expect(asked(command, binding(day(2), null))).toBe(expected);
  });

  it('R19 stands in nobody’s way once it has ended, or was undone from its beginning', () => {
    expect(asked(binding(day(5), null), binding(day(1), day(5)))).toBeNull();
    expect(asked(binding(day(1), null), binding(day(2), day(2)))).toBeNull();
  });
});
