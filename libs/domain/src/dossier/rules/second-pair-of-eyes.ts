import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { CorrectDossier } from '../commands.ts';
import type { Judged } from '../judged.ts';

/** Handbook, Fairness 10 and 11: a correction is approved by somebody other than the one who makes it. */
export const secondPairOfEyes = ({ command }: Pick<Judged<CorrectDossier>, 'command'>) =>
  same(command.approver, command.actor.party) ? objection('correction.approver-is-actor') : null;
