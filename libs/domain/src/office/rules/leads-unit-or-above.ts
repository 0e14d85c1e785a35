import { actsFor, leadsOwnUnit } from '../../kernel/case-actor.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { CaseFacts } from '../../kernel/aggregate.ts';
import type { Instant, UnitId } from '../../kernel/event.ts';
import { objection } from '../../kernel/rule.ts';

/** The actor leads the unit, its successor, or a unit above it, at the moment. */
export const leadsUnitOrAbove = (
  unit: UnitId,
  { actor, at }: { readonly actor: Actor; readonly at: Instant },
  { reference }: CaseFacts,
): boolean => {
  const line = [unit, ...reference.organisation.superiorsOf(unit)];
  return leadsOwnUnit(reference, actor, at) && line.some((each) => actsFor(reference, actor, each, at));
};

/** R33, R34, R23, R36: the head of the unit gives steps to persons, reviews its rules and its backlog, assigns duties. */
export const leaderActs = (unit: UnitId, command: { readonly actor: Actor; readonly at: Instant }, facts: CaseFacts) =>
  facts.imported || leadsUnitOrAbove(unit, command, facts) ? null : objection('office.not-a-leader', { unit });
