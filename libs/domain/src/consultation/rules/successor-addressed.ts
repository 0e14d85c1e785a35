import { objection } from '../../kernel/rule.ts';
import type { ReaddressRequest } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';
import { addresseeOf, type AddresseeStatus } from '../state.ts';

const readdressable: readonly AddresseeStatus[] = ['waiting', 'lapsed', 'deemed-void'];

/** Only a unit that took over from a dissolved one is asked in its place; asking anyone else is a new request (R12, R17). */
export const successorAddressed = ({ command, consultation, addressee, facts }: OfAddressee<ReaddressRequest>) => {
  const { from, to, at } = command;
  if (!readdressable.includes(addressee.status)) {
    return objection('consultation.closed', { unit: from, status: addressee.status });
  }
  if (addresseeOf(consultation, to) !== null) return objection('consultation.addressee-twice', { unit: to });
  if (to === consultation.requester) return objection('consultation.addressed-to-itself', { unit: to });
  if (facts.imported) return null;
  const { organisation } = facts.reference;
  if (organisation.standingOf(from, at) !== 'dissolved') {
    return objection('consultation.addressee-in-office', { unit: from });
  }
  return organisation.successorsOf(from, at).includes(to)
    ? null
    : objection('consultation.not-successor', { unit: to, from });
};
