import { objection } from '../../kernel/rule.ts';
import type { AssessQuality } from '../commands.ts';
import type { Answer } from '../events.ts';
import type { OfAddressee } from '../judged.ts';
import { answerGivenBy } from '../state.ts';
import { questionsWithoutStance } from './clear-stance.ts';

const wordsOf = ({ grounds, conditions }: Answer): readonly string[] =>
  [grounds, conditions].flatMap((text) => (text === null ? [] : [text.normalize('NFC')]));

/**
 * A criticism of an opinion quotes the sentence it rests on, literally (R16, R74): composed and decomposed
 * Vietnamese letters count as the same, nothing else does. Only where a question was passed over in silence is
 * there nothing to quote.
 */
export const quotedSentence = ({ command, consultation, addressee }: OfAddressee<AssessQuality>) => {
  const { questionId, quality, quotedSentence: quote } = command;
  const asked = consultation.questions.filter((question) => questionId === null || question.questionId === questionId);
  if (questionId !== null && asked.length === 0) {
    return objection('consultation.question-unknown', { question: questionId });
  }
  const answers = answerGivenBy(addressee)?.answers ?? [];
  if (quote === null) {
    const silentOn = questionsWithoutStance(asked, answers);
    return quality === 'adequate' || (quality === 'no-stance' && silentOn.length > 0)
      ? null
      : objection('consultation.quote-missing', { quality });
  }
  const sentence = quote.normalize('NFC');
  const found = answers
    .filter((answer) => questionId === null || answer.questionId === questionId)
    .some((answer) => wordsOf(answer).some((text) => text.includes(sentence)));
  return found ? null : objection('consultation.quote-not-found', { quote });
};
