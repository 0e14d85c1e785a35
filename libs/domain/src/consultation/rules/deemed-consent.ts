import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { RuleCitation } from '../../kernel/citation.ts';
import type { AddresseeState, RequestedConsultation } from '../state.ts';
import { bindingDeadline } from './duty-to-answer.ts';

/**
 * Deemed consent, đồng ý do hết hạn (001 §1 third dash; R17). When the time to give an opinion is over and
 * the body asked has not answered, it is taken as agreeing and answers for that. Null: nothing is deemed.
 *
 * MUST be asked of a body that is still waiting at its due moment; an answer, a return, a withdrawal or an
 * extension in time has ended the waiting before. What remains to be asked is
 *
 * - a valid request (R13), registered by the body asked before the due moment (Decree 30/2020 art. 21.2c, 22.1);
 * - that the ledger knew of the registration by then: nobody is bound backwards by an entry made afterwards;
 * - the body asked in office until the due moment: a successor agrees to nothing that was never sent to it;
 * - the rule in force at the due moment for the unit of the body asked. Silence is laid to that body's charge,
 *   so an instrument that does not bind it cannot turn its silence into consent, whoever is asking.
 */
export const deemedConsent = (
  consultation: Pick<RequestedConsultation, 'defects'>,
  addressee: AddresseeState,
  { reference }: CaseFacts,
): RuleCitation | null => {
  const deadline = bindingDeadline(consultation, addressee);
  if (deadline === null || addressee.delivery === null) return null;
  if (addressee.delivery.recordedAt > deadline.dueAt) return null;
  if (reference.organisation.standingOf(addressee.unit, deadline.dueAt) !== 'in-office') return null;
  return reference.rulebook.rule('R17', addressee.unit, deadline.dueAt)?.citation ?? null;
};
