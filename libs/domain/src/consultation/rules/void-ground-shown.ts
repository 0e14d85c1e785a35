import { objection } from '../../kernel/rule.ts';
import type { VoidDeemedConsent } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';

/**
 * Is the ground on record? An answer or a return claimed in time but taken in after the deadline undoes
 * nothing by itself (R17): a named person vouches that it did arrive, and it must be there to vouch for.
 */
export const groundShown = ({ command, addressee, facts }: OfAddressee<VoidDeemedConsent>): boolean => {
  const { answer, returned, deemed, unit } = addressee;
  if (deemed === null) return false;
  switch (command.ground) {
    case 'answered-in-time':
      return answer !== null && answer.at <= deemed.dueAt;
    case 'returned-in-time':
      return returned !== null && returned.at <= deemed.dueAt;
    case 'addressee-dissolved':
      return facts.reference.organisation.standingOf(unit, deemed.dueAt) === 'dissolved';
    case 'request-invalid':
    case 'not-delivered':
    case 'withdrawn':
    case 'extended':
    case 'other':
      return true;
  }
};

export const voidGroundShown = (judged: OfAddressee<VoidDeemedConsent>) =>
  groundShown(judged) ? null : objection('consultation.ground-not-shown', { ground: judged.command.ground });
