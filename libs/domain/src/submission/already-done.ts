import { saidIn } from '../kernel/case-act.ts';
import { actsFor } from '../kernel/case-actor.ts';
import { same } from '../kernel/same.ts';
import type { SubmissionCommand } from './commands.ts';
import type { SubmissionEvent } from './events.ts';
import type { Submitted } from './judged.ts';

const eventOf: Readonly<Record<SubmissionCommand['type'], SubmissionEvent['type']>> = {
  'record-coordination': 'coordination.attempted',
  'record-dissent': 'dissent.recorded',
  'resolve-dissent': 'dissent.resolved',
  'fail-consensus': 'consensus.failed',
  'accept-escalation': 'escalation.accepted',
  'refuse-escalation': 'escalation.refused',
  'check-submission': 'submission.checked',
  'return-submission': 'submission.returned',
  'forward-submission': 'submission.forwarded',
  'pass-review-level': 'review.level-passed',
  'request-supplement': 'supplement.requested',
  'issue-apology': 'apology.issued',
  'refuse-processing': 'processing.refused',
  'record-objection': 'objection.recorded',
};

/** Numbers that the ledger gives when the sender leaves them to it. */
const numbered = new Set(['attemptId', 'dissentId']);

const saysTheSame = (said: object, data: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(said).every(
    ([field, value]) => !(field in data) || (value === null && numbered.has(field)) || same(value, data[field]),
  );

const recordedBefore = ({ command, submission }: Submitted<SubmissionCommand>): boolean =>
  submission.acts.some(
    ({ type, at, actor, data }) =>
      type === eventOf[command.type] &&
      at === command.at &&
      same(actor, command.actor.party) &&
      saysTheSame(saidIn(command), data),
  );

/** The wish is fulfilled already: the same act sent again, an escalation accepted, a dissent settled in the same words. */
export const alreadyDone = (judged: Submitted<SubmissionCommand>): boolean => {
  const { command, submission, facts } = judged;
  if (recordedBefore(judged)) return true;
  if (command.type === 'accept-escalation') {
    const { unit = null, accepted = false } = submission.passing ?? {};
    return accepted && unit !== null && actsFor(facts.reference, command.actor, unit, command.at);
  }
  return (
    command.type === 'resolve-dissent' &&
    submission.dissents.some(
      ({ dissentId, resolution }) => dissentId === command.dissentId && resolution === command.resolution,
    )
  );
};
