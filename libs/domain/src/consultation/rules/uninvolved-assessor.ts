import { same } from '../../kernel/same.ts';
import { objection } from '../../kernel/rule.ts';
import type { Party, UnitId } from '../../kernel/event.ts';
import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { AssessQuality } from '../commands.ts';
import type { OfAddressee } from '../judged.ts';
import { answerGivenBy } from '../state.ts';

const serves = (party: Party, unit: UnitId, { command: { at }, facts }: { command: AssessQuality; facts: CaseFacts }) =>
  party.kind === 'officer' &&
  facts.reference.organisation.appointmentsOf(party.id, at).some(({ unitId }) => unitId === unit);

/**
 * Whether an opinion is generic or pushes the matter away is a named person's judgement (001 §1 third dash; 004;
 * R16, R74; handbook, decision 7 and Fairness 11): of the requester, who neither drafted the request nor had a
 * hand in the answer, and does not serve in the body that gave it.
 */
export const uninvolvedAssessor = (judged: OfAddressee<AssessQuality>) => {
  const { command, consultation, addressee, facts } = judged;
  const given = answerGivenBy(addressee);
  if (given === null) return objection('consultation.nothing-to-assess', { unit: addressee.unit });
  if (facts.imported) return null;
  const { party } = command.actor;
  const involved = [consultation.signature.drafter, given.signature.drafter, given.signature.signer, given.by];
  if (addressee.responsible !== null) involved.push(addressee.responsible);
  return involved.some((other) => same(other, party)) || serves(party, addressee.unit, judged)
    ? objection('consultation.assessor-involved', { officer: party.kind === 'unknown' ? '' : party.id })
    : null;
};
