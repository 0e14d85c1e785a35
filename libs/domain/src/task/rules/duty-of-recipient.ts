import type { CaseFacts } from '../../kernel/aggregate.ts';
import { objection } from '../../kernel/rule.ts';
import type { AssignTask } from '../commands.ts';

/**
 * Only who receives a directive to execute it (t/h) gets a duty; whom it is reported to (b/c) or made known
 * to (đ/b) gets none (Nơi nhận of letters 000–003: R77). A unit below, and a successor, carries it out for them.
 */
export const dutyOfRecipient = ({
  command: { directive, lead, at },
  facts: {
    reference: { organisation },
  },
}: {
  readonly command: AssignTask;
  readonly facts: CaseFacts;
}) => {
  if (directive === null) return null;
  const line = [lead, ...organisation.superiorsOf(lead)];
  const bound = directive.executes.flatMap((unit) => [unit, ...organisation.successorsOf(unit, at)]);
  return line.some((unit) => bound.includes(unit))
    ? null
    : objection('task.lead-without-duty', { lead, directive: directive.directiveId });
};
