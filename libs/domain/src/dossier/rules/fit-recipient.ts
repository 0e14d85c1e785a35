import { objection } from '../../kernel/rule.ts';
import { recipientOf } from '../facts.ts';
import type { InOffice, Intake } from '../judged.ts';

/**
 * R21, R33: the recipient is a unit, with a person serving in it where one is named. An account never
 * holds: what a shared login takes, its unit holds, with the person said to be unknown (Fairness 7).
 */
export const fitRecipient = ({ command, organisation }: InOffice<Pick<Intake, 'command'>>) => {
  const recipient = recipientOf(command);
  if (!recipient) return null;
  const { party, unit } = recipient;
  if (unit === null) return objection('recipient.unit-missing');
  if (party.kind === 'account') return objection('recipient.account', { account: party.id });
  if (party.kind === 'unknown') return null;
  const units = organisation.officers[party.id];
  if (!units) return objection('recipient.officer-unknown', { officer: party.id });
  return units.includes(unit) ? null : objection('recipient.not-in-unit', { officer: party.id, unit, at: command.at });
};
