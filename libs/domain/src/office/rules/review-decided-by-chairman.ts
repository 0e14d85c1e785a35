import { leadsOwnUnit } from '../../kernel/case-actor.ts';
import type { UnitKind } from '../../organisation/events.ts';
import { objection } from '../../kernel/rule.ts';
import { same } from '../../kernel/same.ts';
import type { DecideReview } from '../commands.ts';
import type { ReviewRecord } from '../evolve.ts';
import type { Answering } from '../judged.ts';

const committees: readonly (UnitKind | undefined)[] = ['province-committee', 'district-committee', 'commune-committee'];

/** R31: the Chairman's level decides, over the subject's unit; never a proposer, never the one it is about. */
export const reviewDecidedByChairman = ({
  command,
  record: { first, seconded },
  facts,
}: Answering<DecideReview, ReviewRecord>) => {
  const { actor, at } = command;
  if (seconded === null) return objection('review.not-seconded');
  const parties = [first.by, first.coProposer, { kind: 'officer', id: first.subject.officer }];
  if (parties.some((party) => same(party, actor.party))) return objection('review.decided-by-party');
  const { organisation } = facts.reference;
  const kind = actor.unit === null ? undefined : organisation.unit(actor.unit)?.unitKind;
  const above =
    actor.unit !== null && [first.subject.unit, ...organisation.superiorsOf(first.subject.unit)].includes(actor.unit);
  return facts.imported || (above && committees.includes(kind) && leadsOwnUnit(facts.reference, actor, at))
    ? null
    : objection('review.decider-not-competent', { unit: first.subject.unit });
};
