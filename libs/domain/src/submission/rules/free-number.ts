import { objection } from '../../kernel/rule.ts';
import type { RecordCoordination, RecordDissent } from '../commands.ts';
import type { Submitted } from '../judged.ts';

/** R20: attempts and dissents are cited by their ids, so one id stands for one of them. */
export const freeNumber = ({
  command,
  submission,
}: Pick<Submitted<RecordCoordination | RecordDissent>, 'command' | 'submission'>) => {
  if (command.type === 'record-coordination') {
    const taken = submission.attempts.some(({ attemptId }) => attemptId === command.attemptId);
    return taken ? objection('coordination.id-taken', { attempt: command.attemptId ?? '' }) : null;
  }
  const taken = submission.dissents.some(({ dissentId }) => dissentId === command.dissentId);
  return taken ? objection('dissent.id-taken', { dissent: command.dissentId ?? '' }) : null;
};
