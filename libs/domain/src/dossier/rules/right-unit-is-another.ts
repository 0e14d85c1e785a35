import { objection } from '../../kernel/rule.ts';
import type { ReturnDossier } from '../commands.ts';
import { keeperOf } from '../evolve.ts';
import type { Judged } from '../judged.ts';

/** R06: only what is not one's function is returned, so the right unit named cannot be the one returning it. */
export const rightUnitIsAnother = ({ command, dossier }: Pick<Judged<ReturnDossier>, 'command' | 'dossier'>) =>
  command.rightUnit !== null && command.rightUnit === keeperOf(dossier).unit
    ? objection('return.right-unit-is-own', { unit: command.rightUnit })
    : null;
