import { expect, it } from '@jest/globals';
import {
  afterDue,
  answer,
  deliver,
  dueAt,
  judge,
  request,
  story,
  tick,
  typesOf,
  voidConsent,
  type Told,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { VoidGround } from '../events.ts';

const deemed: readonly Told[] = [request, deliver, tick(dueAt)];
const voiding = (by: Actor, ground: VoidGround, ...more: readonly Told[]) =>
  typesOf(judge(story({ ...voidConsent, actor: by, ground }, ...deemed, ...more)));
const [asker, office, own] = [actor('head', 'sxd'), actor('chief', 'vp'), actor('financier', 'stc')];

it('R17 is voided by a leader of the requester, or above both sides, on any ground', () => {
  for (const by of [asker, actor('deputy', 'sxd', 'for-head'), office, actor('chair', 'ubnd')]) {
    expect(voiding(by, 'request-invalid')).toEqual(['deemed-consent-voided']);
  }
  expect(voiding(actor('member', 'sxd'), 'other')).toEqual(['consultation.not-entitled']);
  expect(voiding(actor('bursar', 'stc'), 'other')).toEqual(['consultation.not-entitled']);
});

it('R17 is voided by the body relieved of it only on what the ledger shows, never on an entry of its own made afterwards', () => {
  expect(voiding(own, 'other')).toEqual(['consultation.own-void']);
  expect(voiding(own, 'not-delivered')).toEqual(['consultation.own-void']);
  expect(voiding(own, 'answered-in-time')).toEqual(['consultation.own-void']);
  const entered = { command: answer, recordedAt: afterDue(10) };
  expect(voiding(own, 'answered-in-time', entered)).toEqual(['consultation.own-void']);
  expect(voiding(asker, 'answered-in-time', entered)).toEqual(['deemed-consent-voided']);
});
