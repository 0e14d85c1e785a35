import { objection } from '../../kernel/rule.ts';
import type { Appoint } from '../commands.ts';
import type { OrganisationCommandFacts } from '../facts.ts';

type Case = { readonly command: Appoint; readonly facts: OrganisationCommandFacts };

/** Handbook, Fairness 7: an office is held by a registered officer, never by an account. */
export const officerAppointed = ({ command, facts }: Case) => {
  if (facts.accounts.includes(command.officerId)) {
    return objection('appointment.account', { account: command.officerId });
  }
  return facts.officers.includes(command.officerId)
    ? null
    : objection('appointment.officer-unknown', { officer: command.officerId });
};
