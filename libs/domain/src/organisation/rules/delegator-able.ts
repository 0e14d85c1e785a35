import { objection } from '../../kernel/rule.ts';
import type { GrantDelegation } from '../commands.ts';
import type { OrganisationCommandFacts } from '../facts.ts';

type Case = { readonly command: GrantDelegation; readonly facts: OrganisationCommandFacts };

/**
 * Decree 30/2020 art. 13.3, R09: authority is delegated by who leads the unit when the delegation
 * begins, and what was delegated is not passed on.
 */
export const delegatorAble = ({ command, facts }: Case) => {
  const { delegator, unitId, validFrom } = command;
  if (facts.units[unitId] !== 'in-office') {
    return objection('delegation.unit-not-in-office', { unit: unitId, at: validFrom });
  }
  if (facts.delegatorLeads) return null;
  return facts.delegatorIsDelegate
    ? objection('delegation.sub-delegation', { delegator, unit: unitId })
    : objection('delegation.delegator-not-leader', { delegator, unit: unitId, at: validFrom });
};
