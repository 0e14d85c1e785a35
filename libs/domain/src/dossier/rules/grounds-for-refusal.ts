import { objection } from '../../kernel/rule.ts';
import type { DecideDossier } from '../commands.ts';

/** R01, R16: a decision against the proposal, or to change it, says why. */
export const groundsForRefusal = ({ command }: { readonly command: DecideDossier }) =>
  command.decision !== 'approved' && command.grounds === null
    ? objection('decision.grounds-missing', { decision: command.decision })
    : null;
