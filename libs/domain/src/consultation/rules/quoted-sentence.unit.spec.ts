import { expect, it } from '@jest/globals';
import {
  afterDue,
  answer,
  assess,
  deliver,
  judge,
  request,
  story,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';

const assessing = (changes: object) => typesOf(judge(story({ ...assess, ...changes }, request, deliver, answer)));

it('R74 quotes literally, composed or decomposed', () => {
  expect(assessing({ quotedSentence: 'Cơ bản thực hiện theo quy định.' })).toEqual(['quality-assessed']);
  expect(assessing({ quotedSentence: 'Cơ bản thực hiện'.normalize('NFD') })).toEqual(['quality-assessed']);
  expect(assessing({ quotedSentence: 'cơ bản thực hiện' })).toEqual(['consultation.quote-not-found']);
});

it('R74 quotes from the question it speaks of', () => {
  expect(assessing({ questionId: 'c1' })).toEqual(['consultation.quote-not-found']);
  expect(assessing({ questionId: null })).toEqual(['quality-assessed']);
  expect(assessing({ questionId: 'c9' })).toEqual(['consultation.question-unknown']);
});

it('R74 R16 needs a quote for every criticism of what was said', () => {
  for (const quality of ['generic', 'deflecting', 'no-stance']) {
    expect(assessing({ quality, quotedSentence: null })).toEqual(['consultation.quote-missing']);
  }
  expect(assessing({ quality: 'adequate', quotedSentence: null })).toEqual(['quality-assessed']);
});

it('R16 has nothing to quote where a question was passed over', () => {
  const late = { ...answer, at: afterDue(3), answers: answer.answers.slice(0, 1) };
  const command = { ...assess, at: afterDue(9), quality: 'no-stance', quotedSentence: null } as const;
  expect(typesOf(judge(story(command, request, deliver, late)))).toEqual(['quality-assessed']);
  expect(typesOf(judge(story({ ...command, questionId: 'c1' }, request, deliver, late)))).toEqual([
    'consultation.quote-missing',
  ]);
});
