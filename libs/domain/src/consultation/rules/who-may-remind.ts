import { yoursObjection } from '../../kernel/case-actor.ts';
import { objection } from '../../kernel/rule.ts';
import type { RemindAddressee } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';
import { answerGivenBy } from '../state.ts';
import { aboveSides } from './above-both-sides.ts';

/** Whoever asked, or somebody above both sides, reminds a body that has not answered (R15). */
export const whoMayRemind = (judged: OfAddressee<RemindAddressee>) => {
  const { command, consultation, addressee, facts } = judged;
  const stranger = yoursObjection([consultation.requester], { command, facts });
  const refused = stranger === null ? null : aboveSides([consultation.requester, addressee.unit], judged);
  if (refused !== null) return refused;
  const given = answerGivenBy(addressee);
  return given === null ? null : objection('consultation.already-answered', { unit: addressee.unit, at: given.at });
};
