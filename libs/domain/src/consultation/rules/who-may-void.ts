import { actsFor, leadsOwnUnit } from '../../kernel/case-actor.ts';
import { objection } from '../../kernel/rule.ts';
import type { VoidDeemedConsent } from '../commands.ts';
import type { VoidGround } from '../events.ts';
import type { OfAddressee } from '../judged.ts';
import { isAboveSides } from './above-both-sides.ts';
import { groundShown } from './void-ground-shown.ts';

/**
 * What a body may say in its own cause, provided that the ledger shows it. Not an answer or a return "in time":
 * had it been entered in time there would be no consent, and an entry made afterwards is the body's own word.
 */
const ownGrounds: readonly VoidGround[] = ['addressee-dissolved'];

/**
 * A deemed consent is voided by a named leader of the requester, of the body taken as agreeing, or above both
 * (R17; handbook, decision 3). Whoever is relieved by it may plead only what the ledger shows without
 * their own entries; anything else the other side or somebody above must say.
 */
export const whoMayVoid = (judged: OfAddressee<VoidDeemedConsent>) => {
  const { command, consultation, addressee, facts } = judged;
  if (facts.imported) return null;
  const { actor, at, ground } = command;
  const sides = [consultation.requester, addressee.unit];
  const forSide = (side: string): boolean =>
    leadsOwnUnit(facts.reference, actor, at) && actsFor(facts.reference, actor, side, at);
  if (isAboveSides(sides, judged) || forSide(consultation.requester)) return null;
  if (!forSide(addressee.unit)) {
    return objection('consultation.not-entitled', { unit: actor.unit ?? '', sides });
  }
  return ownGrounds.includes(ground) && groundShown(judged) ? null : objection('consultation.own-void', { ground });
};
