import { expect, it } from '@jest/globals';
import { clockAccount } from '#domain/kernel/case-actor.ts';
import { readClaims } from './claims.ts';
import { TokenRejected } from './token-verifier.ts';

const claims = { sub: 'hop-thu', kind: 'account', unit: null, capacity: 'system', roles: ['recorder', 'auditor'] };

it('R59 reads who calls, and passes over roles of other systems', () => {
  expect(readClaims(claims)).toEqual({
    subject: 'hop-thu',
    actor: { party: { kind: 'account', id: 'hop-thu' }, unit: null, capacity: 'system' },
    roles: ['recorder'],
  });
});

it('R59 takes nobody for the deadline clock, in whatever capacity and for whatever unit', () => {
  for (const change of [{}, { unit: 'so-noi-vu' }, { capacity: 'own' }, { roles: ['reader'] }]) {
    expect(() => readClaims({ ...claims, sub: clockAccount, ...change })).toThrow(TokenRejected);
  }
});
