import { objection } from '../../kernel/rule.ts';
import type { DissolveUnit } from '../commands.ts';
import type { OrganisationCommandFacts } from '../facts.ts';

type Case = { readonly command: DissolveUnit; readonly facts: OrganisationCommandFacts };

/** R21: duties pass, at the very moment the unit ends, to units in office then; so succession has no gap and no circle. */
export const successorsInOffice = ({ command, facts }: Case) => {
  if (command.successors.includes(command.unitId)) return objection('unit.succeeds-itself', { unit: command.unitId });
  const missing = command.successors.find((unit) => facts.units[unit] !== 'in-office');
  return missing === undefined
    ? null
    : objection('unit.successor-not-in-office', { successor: missing, at: command.validTo });
};
