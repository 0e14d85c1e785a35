import { keeperOf } from '../../dossier/evolve.ts';
import { objection } from '../../kernel/rule.ts';
import type { ForwardSubmission } from '../commands.ts';
import type { Submitted } from '../judged.ts';

/** R22: forwarded is what leaves the Office upward; a step inside the Office is an ordinary move. */
export const forwardedOutside = ({ command, dossier }: Pick<Submitted<ForwardSubmission>, 'command' | 'dossier'>) =>
  command.to.unit === keeperOf(dossier).unit
    ? objection('submission.forward-inside', { unit: command.to.unit ?? '—' })
    : null;
