import { expect, it } from '@jest/globals';
import { Reference } from '#domain/reference.ts';
import { namesSomebody, unknownNames } from './unknown-names.ts';

it('names every unit and officer the ledger never heard of, and nothing else in the question', () => {
  const asked = { unit: 'so-a', officer: 'cb-1', to: '2025-07-01T00:00:00.000Z', q: 'so-b', lead: 'x y', limit: 5 };
  expect(unknownNames(asked, new Reference())).toEqual([
    { name: 'unit', kind: 'unit', id: 'so-a' },
    { name: 'officer', kind: 'officer', id: 'cb-1' },
  ]);
});

it('sees whether anybody is named', () => {
  expect(namesSomebody({ to: 'so-a' })).toBe(true);
  expect(namesSomebody({ to: '2025-07-01T00:00:00.000Z', constructor: 'so-a' })).toBe(false);
});
