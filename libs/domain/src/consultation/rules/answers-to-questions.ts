import { objection } from '../../kernel/rule.ts';
import type { GiveAnswer } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';

/** An answer speaks to the questions that were asked, to each at most once (R13, R16). */
export const answersToQuestions = ({ command, consultation }: OfAddressee<GiveAnswer>) => {
  const asked = new Set(consultation.questions.map(({ questionId }) => questionId));
  const seen = new Set<string>();
  for (const { questionId } of command.answers) {
    if (!asked.has(questionId)) return objection('consultation.question-unknown', { question: questionId });
    if (seen.has(questionId)) return objection('consultation.answered-twice', { question: questionId });
    seen.add(questionId);
  }
  return null;
};
