import { expect, it } from '@jest/globals';
import { plusMs } from '../../time/instant.ts';
import {
  answer,
  confirmDelivery,
  dueAt,
  forCommittee,
  judgedAfter,
  reportGeneric,
  reportNoReply,
  send,
  submitIt,
} from '../../../../../test/fixtures/domain/recommendation.ts';
import { categoryHolds } from './category-holds.ts';

it('R73 calls it no reply after the last moment of the limit only, and only while there is none', () => {
  const at = (moment: string) => categoryHolds(judgedAfter({ ...reportNoReply, at: moment }, send, confirmDelivery));
  expect(at(dueAt)?.code).toBe('recommendation.deadline-not-passed');
  expect(at(plusMs(dueAt, 1))).toBeNull();
  expect(categoryHolds(judgedAfter(reportNoReply, send, confirmDelivery, answer))?.code).toBe(
    'recommendation.was-answered',
  );
});

it('R73 charges nobody whom the recommendation never reached', () => {
  expect(categoryHolds(judgedAfter(reportNoReply, send))?.code).toBe('recommendation.deadline-not-passed');
});

it('R75 calls it not submitted only of a matter for the committee that was not', () => {
  const report = { ...reportNoReply, category: 'not-submitted' } as const;
  const codeOf = (...before: Parameters<typeof judgedAfter>[1][]) =>
    categoryHolds(judgedAfter(report, ...before))?.code ?? null;
  expect(codeOf(send, confirmDelivery)).toBe('recommendation.not-for-committee');
  expect(codeOf(forCommittee, confirmDelivery, submitIt)).toBe('recommendation.was-submitted');
  expect(codeOf(forCommittee)).toBe('recommendation.deadline-not-passed');
  expect(codeOf(forCommittee, confirmDelivery)).toBeNull();
});

it('R74 speaks of the content of a reply only when there is one', () => {
  for (const category of ['generic', 'no-stance', 'deflected'] as const) {
    const report = { ...reportGeneric, category };
    expect(categoryHolds(judgedAfter(report, send))?.code).toBe('recommendation.not-answered');
    expect(categoryHolds(judgedAfter(report, send, answer))).toBeNull();
  }
});
