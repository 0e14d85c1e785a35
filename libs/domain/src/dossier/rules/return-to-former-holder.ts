import { objection } from '../../kernel/rule.ts';
import type { ReturnDossier } from '../commands.ts';
import type { InOffice, Judged } from '../judged.ts';

/**
 * Decree 30/2020 art. 21.2b, R06: what was sent to the wrong place goes back to where it came from — a
 * unit that held it, or one that has taken that unit over. To send it anywhere else is a hand-off (R04).
 */
export const returnToFormerHolder = ({ command, dossier, organisation }: InOffice<Judged<ReturnDossier>>) => {
  const { unit } = command.to;
  const held =
    unit !== null && [unit, ...organisation.recipientPredecessors].some((id) => dossier.formerUnits.includes(id));
  return held ? null : objection('return.never-held-there', { unit: unit ?? '—', formerUnits: dossier.formerUnits });
};
