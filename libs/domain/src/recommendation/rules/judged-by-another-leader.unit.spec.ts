import { expect, it } from '@jest/globals';
import { actor } from '../../../../../test/fixtures/domain/organisation.ts';
import {
  answer,
  judgedAfter,
  judgeIt,
  reportGeneric,
  send,
} from '../../../../../test/fixtures/domain/recommendation.ts';
import { judgedByAnotherLeader } from './judged-by-another-leader.ts';

const codeOf = (judge: typeof judgeIt.actor) =>
  judgedByAnotherLeader(judgedAfter({ ...judgeIt, actor: judge }, send, answer, reportGeneric))?.code ?? null;

it('R74 refuses the reporter as judge, and one who does not lead', () => {
  expect(codeOf(reportGeneric.actor)).toBe('recommendation.judged-by-reporter');
  expect(codeOf(actor('bursar', 'stc'))).toBe('recommendation.not-a-leader');
});

it('R74 takes a leader of the unit reported to', () => {
  expect(codeOf(actor('chair', 'ubnd'))).toBeNull();
});
