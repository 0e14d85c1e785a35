import { expect, it } from '@jest/globals';
import { hour } from '../../../../../test/fixtures/domain/organisation.ts';
import { notInFuture } from './not-in-future.ts';

const facts = { now: hour(10) };

it('R21 refuses an act or a receipt after now', () => {
  expect(notInFuture({ command: { at: hour(11) }, facts })).toEqual({
    code: 'act.in-future',
    facts: { field: 'at', moment: hour(11), now: hour(10) },
  });
  expect(notInFuture({ command: { at: hour(1), changes: { receivedAt: hour(11) } }, facts })?.facts['field']).toBe(
    'changes.receivedAt',
  );
});

it('R21 takes this very moment, the past, and deadlines ahead', () => {
  expect(
    notInFuture({ command: { at: hour(10), receivedAt: hour(1), deadline: hour(99), validFrom: hour(99) }, facts }),
  ).toBeNull();
});

it('R23 takes a time limit that names the moment ahead at which it ends', () => {
  expect(notInFuture({ command: { at: hour(1), term: { kind: 'moment', at: hour(99) } }, facts })).toBeNull();
});
