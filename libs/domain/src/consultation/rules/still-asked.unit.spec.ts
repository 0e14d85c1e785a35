import { expect, it } from '@jest/globals';
import {
  afterDue,
  answer,
  deliver,
  dueAt,
  giveBack,
  judge,
  lateAnswer,
  request,
  story,
  tick,
  typesOf,
  withdraw,
} from '../../../../../test/fixtures/domain/consultation.ts';

it('R12 asks nothing more of a body that gave the request back or from which it was taken', () => {
  expect(typesOf(judge(story(answer, request, giveBack)))).toEqual(['consultation.closed']);
  expect(typesOf(judge(story({ ...answer, at: withdraw.at }, request, withdraw)))).toEqual(['consultation.closed']);
});

it('R06 ends the asking by a late return, too, whatever its deadline brought about', () => {
  const returned = { ...giveBack, at: afterDue(1) };
  expect(typesOf(judge(story(lateAnswer, request, deliver, tick(dueAt), returned)))).toEqual(['consultation.closed']);
});
