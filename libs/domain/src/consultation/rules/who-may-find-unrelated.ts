import { actsFor, leadsOwnUnit } from '../../kernel/case-actor.ts';
import type { MarkUnrelated } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';
import { aboveSides } from './above-both-sides.ts';

/** That a body was asked needlessly is found by its own leaders or above both sides, never by who asked it (003 §1d; R14). */
export const whoMayFindUnrelated = (judged: OfAddressee<MarkUnrelated>) => {
  const { command, consultation, addressee, facts } = judged;
  const { actor, at } = command;
  if (leadsOwnUnit(facts.reference, actor, at) && actsFor(facts.reference, actor, addressee.unit, at)) return null;
  return aboveSides([consultation.requester, addressee.unit], judged);
};
