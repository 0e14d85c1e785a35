import type { Aggregate, CaseFacts, Fact } from '../kernel/aggregate.ts';
import { saidIn } from '../kernel/case-act.ts';
import { caseActObjection, unitsInOfficeObjection, yoursObjection } from '../kernel/case-actor.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import { accept, refuse, type Refusal } from '../kernel/decision.ts';
import { objection } from '../kernel/rule.ts';
import { same } from '../kernel/same.ts';
import { isInstant } from '../time/instant.ts';
import type { HoldDissemination } from './commands.ts';
import type { DisseminationEvent, DisseminationHeld } from './events.ts';
import type { RulebookRefusalCode } from './refusals.ts';
import { afterIssue } from './rules/after-issue.ts';

export type DisseminationState = { readonly held: DisseminationHeld['data'] | null };
type Code = RulebookRefusalCode | CaseRefusalCode;

const heldWhen = ({ heldAt }: HoldDissemination, { now }: CaseFacts): Refusal<Code> | null => {
  if (!isInstant(heldAt)) return objection('act.moment-malformed', { field: 'heldAt', value: heldAt });
  return heldAt > now ? objection('act.in-future', { field: 'heldAt', moment: heldAt, now }) : null;
};

const attendeesKnown = ({ attendees }: HoldDissemination, { reference, imported }: CaseFacts): Refusal<Code> | null => {
  const stranger = imported ? undefined : attendees.find((officer) => !reference.organisation.knowsOfficer(officer));
  return stranger === undefined ? null : objection('case.officer-unknown', { officer: stranger });
};

/** The unit itself says that it held the session, or one above it that held it there. */
const objectionTo = (command: HoldDissemination, facts: CaseFacts): Refusal<Code> | null => {
  const { unitId, heldAt } = command;
  const { organisation, rulebook } = facts.reference;
  const instrument = rulebook
    .versions()
    .at(-1)
    ?.instruments.find(({ instrumentId }) => instrumentId === command.instrumentId);
  if (!instrument) return objection('rulebook.instrument-unknown', { instrument: command.instrumentId });
  return (
    unitsInOfficeObjection([unitId], heldAt, facts) ??
    yoursObjection([unitId, ...organisation.superiorsOf(unitId)], { command, facts }) ??
    afterIssue({ command, instrument }) ??
    attendeesKnown(command, facts)
  );
};

const evolve = (_state: DisseminationState, event: Fact<DisseminationEvent>): DisseminationState => ({
  held: event.data,
});

/** A session in which an instrument was made known inside a unit (R79). */
export const disseminationAggregate: Aggregate<HoldDissemination, DisseminationState, DisseminationEvent, Code> = {
  initial: { held: null },
  evolve,
  decide: (command, { held }, facts) => {
    const early = caseActObjection({ command, facts }) ?? heldWhen(command, facts);
    if (early) return { accepted: false, refusal: early };
    const data = saidIn(command);
    if (held) return same(held, data) ? accept() : refuse('case.id-taken', { id: command.disseminationId });
    const broken = objectionTo(command, facts);
    return broken
      ? { accepted: false, refusal: broken }
      : accept<DisseminationEvent>({ type: 'dissemination.held', version: 1, data });
  },
};
