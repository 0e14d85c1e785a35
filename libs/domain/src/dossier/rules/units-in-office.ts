import { objection } from '../../kernel/rule.ts';
import { unitsNamedBy } from '../facts.ts';
import type { InOffice, Intake } from '../judged.ts';

/** A unit that does not exist yet, or no longer, can be given nothing to do (handbook, decision 3: addressee dissolved). */
export const unitsInOffice = ({ command, organisation }: InOffice<Pick<Intake, 'command'>>) => {
  for (const { field, unit } of unitsNamedBy(command)) {
    const standing = organisation.units[unit];
    if (standing === undefined) return objection('unit.unknown', { field, unit });
    if (standing !== 'in-office') return objection('unit.not-in-office', { field, unit, standing, at: command.at });
  }
  return null;
};
