import { objection } from '../../kernel/rule.ts';
import type { DissolveUnit } from '../commands.ts';
import type { EstablishedUnit } from '../evolve.ts';

type Case = { readonly command: DissolveUnit; readonly state: EstablishedUnit };

/** A unit cannot end before it began: [validFrom, validTo). */
export const dissolutionAfterBeginning = ({ command, state }: Case) =>
  command.validTo <= state.unit.validFrom
    ? objection('unit.end-before-beginning', { validFrom: state.unit.validFrom, validTo: command.validTo })
    : null;
