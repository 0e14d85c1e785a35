import { objection } from '../../kernel/rule.ts';
import type { GrantDelegation } from '../commands.ts';
import type { OrganisationCommandFacts } from '../facts.ts';

type Case = { readonly command: GrantDelegation; readonly facts: OrganisationCommandFacts };

/** R09; handbook, Fairness 7: authority passes from one person to another, never to or from an account. */
export const delegationBetweenOfficers = ({ command, facts }: Case) => {
  const parties = [command.delegator, command.delegate];
  const account = parties.find((id) => facts.accounts.includes(id));
  if (account !== undefined) return objection('delegation.account', { account });
  const unknown = parties.find((id) => !facts.officers.includes(id));
  if (unknown !== undefined) return objection('delegation.officer-unknown', { officer: unknown });
  return command.delegator === command.delegate
    ? objection('delegation.to-oneself', { officer: command.delegator })
    : null;
};
