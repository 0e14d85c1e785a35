import { expect, it } from '@jest/globals';
import {
  addresseeAfter,
  afterDue,
  deliver,
  dueAt,
  extend,
  judge,
  letterInForce,
  request,
  story,
  tick,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';

it('R17 extends a deadline while it runs, to a later moment', () => {
  expect(typesOf(judge(story({ ...extend, at: dueAt }, request, deliver)))).toEqual(['extended']);
  expect(typesOf(judge(story({ ...extend, at: afterDue(1) }, request, deliver)))).toEqual([
    'consultation.deadline-over',
  ]);
  const shorter = { ...extend, term: { kind: 'working-days', days: 1 } } as const;
  expect(typesOf(judge(story(shorter, request, deliver)))).toEqual(['consultation.extension-not-longer']);
});

it('R17 keeps the former deadline readable and starts the reminders anew', () => {
  const asked = addresseeAfter(request, deliver, extend);
  expect(asked.extensions).toMatchObject([{ formerDueAt: dueAt, due: { dueAt: '2025-07-09T16:59:59.999Z' } }]);
  expect(asked.remindersSent).toEqual([]);
});

it('R17 takes an extension granted in time but entered afterwards, except against a consent deemed meanwhile', () => {
  const entered = { ...story(extend, request, deliver, tick(dueAt)), now: afterDue(30) };
  expect(typesOf(judge({ ...entered, known: [] }))).toEqual(['extended']);
  expect(typesOf(judge({ ...entered, known: letterInForce }))).toEqual(['consultation.closed']);
});
