import { objection } from '../../kernel/rule.ts';
import type { Answer } from '../events.ts';

const stancesWithGrounds: readonly Answer['stance'][] = ['disagree', 'not-in-function'];

/** Questions that an answer leaves without a stance: what a machine can tell of R16, and all it can tell. */
export const questionsWithoutStance = (
  questions: readonly { readonly questionId: string }[],
  answers: readonly Answer[],
): readonly string[] =>
  questions
    .map(({ questionId }) => questionId)
    .filter((id) => (answers.find(({ questionId }) => questionId === id)?.stance ?? null) === null);

/**
 * An opinion says clearly yes or no (001 §1 third dash; 003 §1d; R16): a stance on every question, grounds
 * where the body disagrees or sees another one's function, the conditions it makes. Asked of answers that can
 * still be completed; a late or imported text is kept as it came and its gaps are shown.
 */
export const clearStance = (questions: readonly { readonly questionId: string }[], answers: readonly Answer[]) => {
  const [without] = questionsWithoutStance(questions, answers);
  if (without !== undefined) return objection('consultation.stance-missing', { question: without });
  for (const { questionId: question, stance, grounds, conditions } of answers) {
    if (stancesWithGrounds.includes(stance) && grounds === null) {
      return objection('consultation.grounds-missing', { question, stance: stance ?? '' });
    }
    if (stance === 'agree-with-conditions' && conditions === null) {
      return objection('consultation.conditions-missing', { question });
    }
  }
  return null;
};
