import { expect, it } from '@jest/globals';
import { namesIn, partyView, unitRef } from './names.ts';

const answers = [
  {
    id: 'd-1',
    holder: { kind: 'officer', id: 'o-1', name: 'Nguyễn Văn An' },
    leadUnit: { id: 'u-1', name: 'Sở Nội vụ' },
  },
  [
    {
      actor: { kind: 'account', id: 'a-1', name: 'Một cửa', accountKind: 'shared' },
      unit: null,
      data: { to: { id: 'o-2' } },
    },
  ],
];

it('names people, accounts and units cited by id as the answers name them elsewhere', () => {
  const names = namesIn(answers);
  expect(partyView({ kind: 'officer', id: 'o-1' }, names).name).toBe('Nguyễn Văn An');
  expect(partyView({ kind: 'account', id: 'a-1' }, names)).toEqual({
    kind: 'account',
    id: 'a-1',
    name: 'Một cửa',
    accountKind: 'shared',
  });
  expect(unitRef('u-1', names)).toEqual({ id: 'u-1', name: 'Sở Nội vụ' });
});

it('leaves nameless what no answer names', () => {
  const names = namesIn(answers);
  expect(partyView({ kind: 'officer', id: 'o-2' }, names).name).toBeNull();
  expect(partyView({ kind: 'unknown', id: null }, names)).toEqual({ kind: 'unknown', id: null, name: null });
  expect(unitRef('u-9', names)).toEqual({ id: 'u-9', name: null });
});
