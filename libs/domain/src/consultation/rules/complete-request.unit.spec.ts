import { expect, it } from '@jest/globals';
import { request } from '../../../../../test/fixtures/domain/consultation.ts';
import { completeRequest, defectsOf } from './complete-request.ts';

const judged = (changes: object, imported = false) =>
  completeRequest({ command: { ...request, ...changes }, facts: { imported } })?.code ?? null;

it('R13 refuses a request entered here without questions or deadline', () => {
  expect(judged({})).toBeNull();
  expect(judged({ questions: [] })).toBe('consultation.questions-missing');
  expect(judged({ term: null })).toBe('consultation.deadline-missing');
});

it('R13 keeps an imported one with its defects', () => {
  expect(judged({ questions: [], term: null }, true)).toBeNull();
  expect(defectsOf({ questions: [], term: null })).toEqual(['questions-missing', 'deadline-missing']);
  expect(defectsOf(request)).toEqual([]);
});

it('R13 names each question once, so that answers can be told apart', () => {
  const [question] = request.questions;
  expect(judged({ questions: [question, question] }, true)).toBe('consultation.question-twice');
});
