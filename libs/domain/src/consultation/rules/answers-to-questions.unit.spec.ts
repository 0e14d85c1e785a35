import { expect, it } from '@jest/globals';
import {
  afterDue,
  answer,
  deliver,
  judge,
  request,
  story,
  typesOf,
} from '../../../../../test/fixtures/domain/consultation.ts';

const [first, second] = answer.answers;
const other = { questionId: 'c9', stance: 'agree', grounds: null, conditions: null } as const;

it('R16 answers what was asked, each question once, late or not', () => {
  for (const at of [answer.at, afterDue(1)]) {
    const answering = (...answers: readonly (typeof other | (typeof answer.answers)[number] | undefined)[]) =>
      typesOf(judge(story({ ...answer, at, answers: answers.flatMap((one) => one ?? []) }, request, deliver))).at(-1);
    expect(answering(first, second, other)).toBe('consultation.question-unknown');
    expect(answering(first, second, first)).toBe('consultation.answered-twice');
  }
});
