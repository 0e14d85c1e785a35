import type { Reference } from '../reference.ts';
import type { Actor } from './actor.ts';
import type { CaseFacts } from './aggregate.ts';
import type { CaseAct } from './case-act.ts';
import type { CaseRefusalCode } from './case-refusals.ts';
import type { Refusal } from './decision.ts';
import type { Instant, UnitId } from './event.ts';
import { firstObjection, objection } from './rule.ts';
import { filledTexts } from './rules/filled-texts.ts';
import { notInFuture } from './rules/not-in-future.ts';
import { wellFormedMoments } from './rules/well-formed-moments.ts';

type Asked = { readonly command: CaseAct<string, object>; readonly facts: CaseFacts };

/** The clock acts on nobody's behalf and only by commands that no route offers. */
export const clockAccount = 'deadline-clock';
export const clockActor: Actor = { party: { kind: 'account', id: clockAccount }, unit: null, capacity: 'system' };

/** A person who holds the capacity for the unit they act for, at the moment of the act (Decree 30/2020 art. 13). */
const actorMayAct = ({ command: { actor, at }, facts }: Asked): Refusal<CaseRefusalCode> | null => {
  if (facts.imported) return null;
  const { party, unit, capacity } = actor;
  if (party.kind === 'unknown') return objection('actor.unknown');
  if (party.kind === 'account') {
    // Nobody's unit and nobody's capacity: a token in the clock's name for some unit is not the clock.
    const isClock = party.id === clockAccount && unit === null && capacity === 'system';
    return isClock ? null : objection('actor.not-a-person', { account: party.id, act: 'case' });
  }
  if (!facts.reference.organisation.knowsOfficer(party.id)) return objection('actor.unknown');
  return facts.reference.organisation.holdsCapacity(party, unit, capacity, at)
    ? null
    : objection('actor.capacity-not-held', { officer: party.id, unit: unit ?? '', capacity, at });
};

/** Asked of every case act before its own rules: well said, not in the future, by someone entitled to act. */
export const caseActObjection = (asked: Asked): Refusal<CaseRefusalCode> | null =>
  firstObjection<Asked, CaseRefusalCode>([wellFormedMoments, filledTexts, notInFuture, actorMayAct], asked);

/** The units named must be in office at the moment. `facts.imported`: other systems' units are taken as they come. */
export const unitsInOfficeObjection = (
  units: readonly UnitId[],
  at: Instant,
  { reference, imported }: CaseFacts,
): Refusal<CaseRefusalCode> | null => {
  if (imported) return null;
  for (const unit of units) {
    const standing = reference.organisation.standingOf(unit, at);
    if (standing === null) return objection('unit.unknown', { unit, field: 'unit', at });
    if (standing !== 'in-office') return objection('unit.not-in-office', { unit, standing, field: 'unit', at });
  }
  return null;
};

/** The actor acts for the unit itself or for one that took over from it by then. */
export const actsFor = (reference: Reference, actor: Actor, unit: UnitId, at: Instant): boolean =>
  actor.unit !== null && (actor.unit === unit || reference.organisation.successorsOf(unit, at).includes(actor.unit));

/** Refuses an act by someone outside the units whose act it is. */
export const yoursObjection = (
  units: readonly UnitId[],
  { command: { actor, at }, facts }: Asked,
): Refusal<CaseRefusalCode> | null =>
  facts.imported || units.some((unit) => actsFor(facts.reference, actor, unit, at))
    ? null
    : objection('case.not-yours', { units, unit: actor.unit ?? '' });

/** Head, acting head or deputy of the unit they act for, at the moment. */
export const leadsOwnUnit = (reference: Reference, { party, unit }: Actor, at: Instant): boolean =>
  party.kind === 'officer' &&
  unit !== null &&
  reference.organisation
    .appointmentsOf(party.id, at)
    .some((appointment) => appointment.unitId === unit && ['head', 'acting-head', 'deputy'].includes(appointment.role));
