import { expect, it } from '@jest/globals';
import {
  answer,
  assess,
  assignDrafter,
  deliver,
  judge,
  letterInForce,
  request,
  story,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';
import { actor, appointed, machine, officer } from '../../../../../test/fixtures/domain/organisation.ts';
import type { Actor } from '../../kernel/actor.ts';

const assessing = (by: Actor) =>
  typesOf(
    judge({
      ...story({ ...assess, actor: by }, request, deliver, { ...assignDrafter, at: deliver.at }, answer),
      known: [...letterInForce, appointed('colleague', 'member', 'stc')],
    }),
  );

it('R74 R16 is a named person of the requester', () => {
  expect(assessing(actor('deputy', 'sxd'))).toEqual(['quality-assessed']);
  expect(assessing(actor('financier', 'stc'))).toEqual(['case.not-yours']);
  expect(assessing(actor('chief', 'vp'))).toEqual(['case.not-yours']);
  expect(assessing(machine('portal', 'sxd'))).toEqual(['actor.not-a-person']);
});

it('R74 R16 neither drafted the request nor serves in the body that answered', () => {
  expect(assessing(actor('member', 'sxd'))).toEqual(['consultation.assessor-involved']);
  expect(assessing(actor('colleague', 'sxd'))).toEqual(['consultation.assessor-involved']);
});

it('R16 has an answer to assess', () => {
  expect(typesOf(judge(story(assess, request, deliver)))).toEqual(['consultation.nothing-to-assess']);
  const drafted = { ...answer, signature: { ...answer.signature, drafter: officer('deputy') } };
  expect(typesOf(judge(story(assess, request, deliver, drafted)))).toEqual(['consultation.assessor-involved']);
});
