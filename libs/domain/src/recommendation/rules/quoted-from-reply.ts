import { objection } from '../../kernel/rule.ts';
import type { ReportUnresolved } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** Line breaks and the two ways of writing an accented letter are no difference in what was said. */
const plain = (text: string): string => text.normalize('NFC').replace(/\s+/gu, ' ').trim();

const stated: ReadonlySet<string | null> = new Set(['agree', 'disagree', 'agree-with-conditions']);

/**
 * R74 (and R16): that a reply says nothing is a person's finding, and it names the sentence. A sentence that is
 * not in the reply proves nothing; a stance that stands in the record is one.
 */
export const quotedFromReply = ({ command, state }: Judged<ReportUnresolved>) => {
  const { category, quotedSentence, at } = command;
  if (category === 'no-reply' || category === 'not-submitted') return null;
  if (quotedSentence === null) return objection('recommendation.quote-missing', { category });
  const source = state.answers.findLast(
    (answer) => answer.at <= at && plain(answer.content).includes(plain(quotedSentence)),
  );
  if (source === undefined) return objection('recommendation.quote-not-in-reply', { quote: quotedSentence });
  return category === 'no-stance' && stated.has(source.stance)
    ? objection('recommendation.stance-was-given', { stance: source.stance ?? '' })
    : null;
};
