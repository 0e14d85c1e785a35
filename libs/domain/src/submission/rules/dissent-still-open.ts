import { objection } from '../../kernel/rule.ts';
import type { ResolveDissent } from '../commands.ts';
import type { Submitted } from '../judged.ts';

/** R20: a dissent is settled once; who disagrees again says so in a new dissent. */
export const dissentStillOpen = ({
  command,
  submission,
}: Pick<Submitted<ResolveDissent>, 'command' | 'submission'>) => {
  const dissent = submission.dissents.find(({ dissentId }) => dissentId === command.dissentId);
  if (!dissent) return objection('dissent.unknown', { dissent: command.dissentId });
  return dissent.resolution === null ? null : objection('dissent.already-resolved', { dissent: command.dissentId });
};
