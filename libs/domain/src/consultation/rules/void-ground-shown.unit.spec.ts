import { expect, it } from '@jest/globals';
import {
  addresseeAfter,
  afterDue,
  answer,
  consultationAfter,
  deliver,
  dueAt,
  factsAt,
  giveBack,
  judge,
  letterInForce,
  request,
  story,
  tick,
  typesOf,
  voidConsent,
  type Told,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { actor, dissolved, hour } from '../../../../../test/fixtures/domain/organisation.ts';
import type { VoidGround } from '../events.ts';
import { groundShown } from './void-ground-shown.ts';

const deemed: readonly Told[] = [request, deliver, tick(dueAt)];
const voiding = (ground: VoidGround, ...more: readonly Told[]) =>
  typesOf(judge(story({ ...voidConsent, ground }, ...deemed, ...more)));

it('R17 vouches for an answer or a return in time that is on record', () => {
  expect(voiding('answered-in-time')).toEqual(['consultation.ground-not-shown']);
  expect(voiding('answered-in-time', { ...answer, at: afterDue(2) })).toEqual(['consultation.ground-not-shown']);
  expect(voiding('answered-in-time', { command: answer, recordedAt: afterDue(2) })).toEqual(['deemed-consent-voided']);
  expect(voiding('returned-in-time')).toEqual(['consultation.ground-not-shown']);
  expect(voiding('returned-in-time', { command: giveBack, recordedAt: afterDue(2) })).toEqual([
    'deemed-consent-voided',
  ]);
  expect(voiding('returned-in-time', { ...giveBack, at: afterDue(2) })).toEqual(['consultation.ground-not-shown']);
});

it('R17 asks the directory whether the body was dissolved by then', () => {
  const command = { ...voidConsent, actor: actor('head', 'sxd'), ground: 'addressee-dissolved' } as const;
  expect(typesOf(judge(story(command, ...deemed)))).toEqual(['consultation.ground-not-shown']);
});

it('R17 knows of a dissolution entered after the consent was deemed', () => {
  const judged = {
    command: { ...voidConsent, ground: 'addressee-dissolved' } as const,
    consultation: consultationAfter(...deemed),
    addressee: addresseeAfter(...deemed),
    facts: factsAt(afterDue(90), ...letterInForce, dissolved('stc', hour(20), 'vp')),
  };
  expect(groundShown(judged)).toBe(true);
});

it('R17 leaves other grounds to who gives them by name', () => {
  for (const ground of ['request-invalid', 'not-delivered', 'withdrawn', 'extended', 'other'] as const) {
    expect(voiding(ground)).toEqual(['deemed-consent-voided']);
  }
});
