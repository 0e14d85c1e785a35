import type { CaseFacts } from '../../kernel/aggregate.ts';
import { objection } from '../../kernel/rule.ts';
import type { RequestOpinions } from '../commands.ts';
import type { RequestDefect } from '../events.ts';

/** What a request lacks: its questions, or the day by which they are to be answered (001 §1 third dash; R13). */
export const defectsOf = ({ questions, term }: Pick<RequestOpinions, 'questions' | 'term'>): RequestDefect[] => [
  ...(questions.length === 0 ? (['questions-missing'] as const) : []),
  ...(term === null ? (['deadline-missing'] as const) : []),
];

/** A request entered here must be complete; one from another system is kept with its defects and binds nobody. */
export const completeRequest = ({
  command,
  facts,
}: {
  readonly command: RequestOpinions;
  readonly facts: Pick<CaseFacts, 'imported'>;
}) => {
  const ids = command.questions.map(({ questionId }) => questionId);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return objection('consultation.question-twice', { question: twice });
  const [defect] = facts.imported ? [] : defectsOf(command);
  if (defect === undefined) return null;
  return defect === 'questions-missing'
    ? objection('consultation.questions-missing')
    : objection('consultation.deadline-missing');
};
