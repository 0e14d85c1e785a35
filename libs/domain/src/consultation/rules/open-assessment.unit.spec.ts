import { expect, it } from '@jest/globals';
import {
  answer,
  assess,
  contest,
  deliver,
  judge,
  request,
  settle,
  story,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';

const assessed = [request, deliver, answer, assess] as const;

it('R74 R16 is contested by the body assessed, once, before it is settled', () => {
  expect(typesOf(judge(story(contest, ...assessed)))).toEqual(['assessment-contested']);
  const again = { ...contest, statement: 'Khác' };
  expect(typesOf(judge(story(again, ...assessed, contest)))).toEqual(['consultation.assessment-contested']);
  const done = { ...settle, outcome: 'set-aside' } as const;
  expect(typesOf(judge(story(contest, ...assessed, done)))).toEqual(['consultation.assessment-settled']);
});
