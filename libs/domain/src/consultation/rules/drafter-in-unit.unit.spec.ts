import { expect, it } from '@jest/globals';
import {
  assignDrafter,
  judge,
  letterInForce,
  request,
  story,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { actor, appointed, officer, unitEvent } from '../../../../../test/fixtures/domain/organisation.ts';

const drafting = (id: string) => {
  const known = [...letterInForce, unitEvent('stc-gia', 'division', 'stc'), appointed('idle', 'member', 'stc-gia')];
  return typesOf(judge({ ...story({ ...assignDrafter, responsible: officer(id) }, request), known }));
};

it('R15 lets a body name its own people, down to its divisions', () => {
  expect(drafting('bursar')).toEqual(['assigned']);
  expect(drafting('idle')).toEqual(['assigned']);
  expect(drafting('member')).toEqual(['consultation.drafter-not-in-unit']);
});

it('R15 is for the body asked to say', () => {
  const byAsker = { ...assignDrafter, actor: actor('head', 'sxd') };
  expect(typesOf(judge(story(byAsker, request)))).toEqual(['case.not-yours']);
});
