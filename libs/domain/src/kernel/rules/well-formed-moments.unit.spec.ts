import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { wellFormedMoments } from './well-formed-moments.ts';

it.each([
  ['at', { at: '2025-07-01' }],
  ['changes.deadline', { at: hour(0), changes: { deadline: '2025-02-30T00:00:00.000Z' } }],
  ['validTo', { validFrom: hour(0), validTo: 'mai' }],
  ['product.issuedOn', { product: { issuedOn: '2025-02-29' } }],
])('R23 finds a moment that is none in %s', (field, command) => {
  expect(wellFormedMoments({ command })).toMatchObject({ code: 'act.moment-malformed', facts: { field } });
});

it('R23 takes instants, days and what is not given', () => {
  const command = { at: hour(0), deadline: null, product: { issuedOn: '2024-02-29' }, reason: 'not a moment' };
  expect(wellFormedMoments({ command })).toBeNull();
});
