import type { Aggregate, CaseFacts, Fact } from '../kernel/aggregate.ts';
import { saidIn } from '../kernel/case-act.ts';
import { unitsInOfficeObjection } from '../kernel/case-actor.ts';
import type { CaseRefusalCode } from '../kernel/case-refusals.ts';
import { accept, refuse, type Decision, type Refusal } from '../kernel/decision.ts';
import type { Instant } from '../kernel/event.ts';
import { firstObjection, objection } from '../kernel/rule.ts';
import { filledTexts } from '../kernel/rules/filled-texts.ts';
import { notInFuture } from '../kernel/rules/not-in-future.ts';
import { same } from '../kernel/same.ts';
import { earlierEnd } from '../organisation/period.ts';
import { isInstant, startOfDay } from '../time/instant.ts';
import type { BindInstrument, PublishRulebook, RulebookCommand, UnbindInstrument } from './commands.ts';
import type { Instrument, RulebookBound, RulebookEvent, RulebookPublished } from './events.ts';
import { faultsBetween } from './read-instruments.ts';
import type { RulebookRefusalCode } from './refusals.ts';
import { boundOnce } from './rules/bound-once.ts';
import { noReachingBack } from './rules/no-reaching-back.ts';

export type RulebookState = {
  /** The newest version; null before the first. */
  readonly last: RulebookPublished['data'] | null;
  readonly bindings: readonly (RulebookBound['data'] & { readonly writtenTo: Instant | null })[];
};
type Code = RulebookRefusalCode | CaseRefusalCode;
type Decided = Decision<RulebookEvent, Code>;

const beginningOf = (instruments: readonly Instrument[], now: Instant): Instant =>
  instruments.map(({ validFrom }) => startOfDay(validFrom)).reduce((a, b) => (a < b ? a : b), now);

const unsound = (instruments: readonly Instrument[]): Refusal<Code> | null => {
  if (instruments.length === 0) return objection('rulebook.empty');
  const faults = faultsBetween(instruments.map((instrument) => ({ path: instrument.instrumentId, instrument })));
  return faults.length === 0
    ? null
    : objection('rulebook.instruments-inconsistent', { paths: faults.map(({ path }) => path) });
};

/** The same instruments from the same source again are no new version, whenever they are said to begin. */
const publish = (command: PublishRulebook, { last }: RulebookState, { now }: CaseFacts): Decided => {
  const { effectiveFrom: given, instruments, source } = saidIn(command);
  if (last && same({ instruments, source }, { instruments: last.instruments, source: last.source })) return accept();
  const effectiveFrom = given ?? (last ? now : beginningOf(instruments, now));
  const earlierVersions = last?.version ?? 0;
  const broken = unsound(instruments) ?? noReachingBack({ effectiveFrom, earlierVersions, now });
  if (broken) return { accepted: false, refusal: broken };
  const data = { version: earlierVersions + 1, effectiveFrom, instruments, source };
  return accept<RulebookEvent>({ type: 'rulebook.published', version: 1, data });
};

const bind = (command: BindInstrument, { last, bindings }: RulebookState, facts: CaseFacts): Decided => {
  const data = saidIn(command);
  const { bindingId, instrumentId, unitId, from, to } = data;
  const known = bindings.find((binding) => binding.bindingId === bindingId);
  if (known) {
    const { writtenTo, ...binding } = known;
    return same({ ...binding, to: writtenTo }, data) ? accept() : refuse('case.id-taken', { id: bindingId });
  }
  if (to !== null && to <= from) return refuse('period.empty', { validFrom: from, validTo: to });
  if (!last?.instruments.some((instrument) => instrument.instrumentId === instrumentId)) {
    return refuse('rulebook.instrument-unknown', { instrument: instrumentId });
  }
  const broken = unitsInOfficeObjection([unitId], from, facts) ?? boundOnce({ command: data, bindings });
  return broken
    ? { accepted: false, refusal: broken }
    : accept<RulebookEvent>({ type: 'rulebook.bound', version: 1, data });
};

const unbind = (command: UnbindInstrument, { bindings }: RulebookState): Decided => {
  const data = saidIn(command);
  const binding = bindings.find(({ bindingId }) => bindingId === data.bindingId);
  if (!binding) return refuse('rulebook.binding-unknown', { binding: data.bindingId });
  const { bindingId, from, to, writtenTo } = binding;
  if (to === data.to) return accept();
  if (to !== null && to !== writtenTo && to < data.to) {
    return refuse('rulebook.binding-already-ended', { binding: bindingId, endedAt: to });
  }
  if (data.to < from || (to !== null && data.to > to)) {
    return refuse('rulebook.binding-end-outside-period', { binding: bindingId, from, to: to ?? '…' });
  }
  return accept<RulebookEvent>({ type: 'rulebook.unbound', version: 1, data });
};

const evolve = (state: RulebookState, event: Fact<RulebookEvent>): RulebookState => {
  switch (event.type) {
    case 'rulebook.published':
      return { ...state, last: event.data };
    case 'rulebook.bound':
      return { ...state, bindings: [...state.bindings, { ...event.data, writtenTo: event.data.to }] };
    case 'rulebook.unbound':
      return {
        ...state,
        bindings: state.bindings.map((binding) =>
          binding.bindingId === event.data.bindingId
            ? { ...binding, to: earlierEnd(binding.to, event.data.to) }
            : binding,
        ),
      };
  }
};

const momentsOf = (command: RulebookCommand): readonly (readonly [string, Instant | null])[] => {
  switch (command.type) {
    case 'publish-rulebook':
      return [
        ['at', command.at],
        ['effectiveFrom', command.effectiveFrom],
      ];
    case 'bind-instrument':
      return [
        ['at', command.at],
        ['from', command.from],
        ['to', command.to],
      ];
    case 'unbind-instrument':
      return [
        ['at', command.at],
        ['to', command.to],
      ];
  }
};

/** Moments are compared as text, which holds only for well-formed ones. */
const malformed = (command: RulebookCommand): Decided | null => {
  const wrong = momentsOf(command).find(([, moment]) => moment !== null && !isInstant(moment));
  return wrong ? refuse('act.moment-malformed', { field: wrong[0], value: wrong[1] ?? '' }) : null;
};

/** Versions of the rulebook and which units its instruments bind (R19, R70). Kept by administrators. */
export const rulebookAggregate: Aggregate<RulebookCommand, RulebookState, RulebookEvent, Code> = {
  initial: { last: null, bindings: [] },
  evolve,
  decide: (command, state, facts) => {
    const wrong = malformed(command);
    if (wrong) return wrong;
    const early = firstObjection([filledTexts, notInFuture], { command, facts });
    if (early) return { accepted: false, refusal: early };
    switch (command.type) {
      case 'publish-rulebook':
        return publish(command, state, facts);
      case 'bind-instrument':
        return bind(command, state, facts);
      case 'unbind-instrument':
        return unbind(command, state);
    }
  },
};
