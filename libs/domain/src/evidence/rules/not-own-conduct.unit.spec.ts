import { expect, it } from '@jest/globals';
import { notOwnConduct } from './not-own-conduct.ts';

const event = { actor: { kind: 'officer', id: 'an' } as const, subjects: ['dossier:d1', 'officer:an', 'officer:binh'] };
const asked = (kind: 'officer' | 'account', id: string, of: Parameters<typeof notOwnConduct>[0]['event'] = event) =>
  notOwnConduct({ command: { actor: { party: { kind, id }, unit: 'snv', capacity: 'own' } }, event: of })?.code;

it('R33 lets nobody erase from an entry that they made or that names them', () => {
  expect(asked('officer', 'chi')).toBeUndefined();
  expect(asked('officer', 'an')).toBe('erasure.own-conduct');
  expect(asked('officer', 'binh')).toBe('erasure.own-conduct');
  expect(asked('officer', 'an', { ...event, subjects: [] })).toBe('erasure.own-conduct');
});

it('R33 does not take an account for the officer of the same id', () => {
  expect(asked('account', 'binh')).toBeUndefined();
  expect(asked('officer', 'kiosk', { actor: { kind: 'account', id: 'kiosk' }, subjects: ['account:kiosk'] })).toBe(
    undefined,
  );
});
