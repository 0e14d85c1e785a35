import { expect, it } from '@jest/globals';
import {
  addresseeAfter,
  afterDue,
  answer,
  deliver,
  dueAt,
  judge,
  lateAnswer,
  request,
  story,
  tick,
  typesOf,
  voidConsent,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { missedDue } from './late-answer.ts';

it('R17 is late when a deadline passed that bound the body, in consent or in mere silence', () => {
  const deemed = addresseeAfter(request, deliver, tick(dueAt));
  expect(missedDue(deemed, afterDue(1))).toBe(dueAt);
  expect(missedDue(deemed, dueAt)).toBeNull();
  expect(missedDue({ ...deemed, status: 'silent' }, afterDue(1))).toBe(dueAt);
});

it('R13 is never late without a deadline that bound it', () => {
  expect(typesOf(judge(story(lateAnswer, request)))).toEqual(['answered']);
  const registeredAfterwards = { ...deliver, at: afterDue(2), registeredAt: afterDue(1) };
  expect(typesOf(judge(story(lateAnswer, request, registeredAfterwards)))).toEqual(['answered']);
  expect(typesOf(judge(story({ ...answer, at: dueAt }, request, deliver)))).toEqual(['answered']);
});

it('R17 is in time again once the deadline is voided with the consent', () => {
  const voided = { ...voidConsent, at: afterDue(5), ground: 'not-delivered' } as const;
  expect(typesOf(judge(story(lateAnswer, request, deliver, tick(dueAt), voided)))).toEqual(['answered']);
  const stillSilent = { ...voidConsent, at: afterDue(5) };
  expect(typesOf(judge(story(lateAnswer, request, deliver, tick(dueAt), stillSilent)))).toEqual([
    'late-answer-received',
  ]);
});
