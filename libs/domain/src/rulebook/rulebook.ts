import type { InstrumentId, ObligationId, RuleCitation } from '../kernel/citation.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import type { OrganisationDirectory } from '../organisation/directory.ts';
import { covers, earlierEnd, overlap, type Period } from '../organisation/period.ts';
import { startOfDay } from '../time/instant.ts';
import type { Clause, Instrument, Parameters, RulebookBound, RulebookEvent, RulebookPublished } from './events.ts';

/** A duty as it binds one unit at one moment. */
export type RuleInForce = {
  readonly citation: RuleCitation;
  readonly parameters: Parameters;
  readonly instrument: Instrument;
};

export type RulebookVersion = RulebookPublished['data'];
/** `to`: as written, or when the binding was ended, whichever came first. */
export type Binding = RulebookBound['data'];

/** A binding as it reaches a unit: 0 from the unit itself, 1 from its parent … */
type Reach = { readonly distance: number; readonly period: Period };

/** Which duties bound which unit at which moment: versions of the rulebook and what they bind (R19, R70). */
export class Rulebook {
  readonly #versions: RulebookVersion[] = [];
  readonly #bindings = new Map<string, Binding>();
  readonly #byUnit = new Map<UnitId, Set<string>>();
  /** Moments at which something begins or ends, ascending; null when they are to be gathered anew. */
  #turns: readonly Instant[] | null = null;
  /** What was asked before, by line of units and turn: between two turns nothing changes. */
  readonly #answered = new Map<string, readonly RuleInForce[]>();

  constructor(private readonly organisation: OrganisationDirectory) {}

  apply(event: RulebookEvent): void {
    this.#turns = null;
    this.#answered.clear();
    switch (event.type) {
      case 'rulebook.published':
        this.#versions.push(event.data);
        this.#versions.sort((a, b) => a.version - b.version);
        return;
      case 'rulebook.bound':
        this.#bind(event.data);
        return;
      case 'rulebook.unbound': {
        const binding = this.#bindings.get(event.data.bindingId);
        if (!binding) throw new Error(`impossible history: binding ${event.data.bindingId} undone before it was made`);
        this.#bindings.set(binding.bindingId, { ...binding, to: earlierEnd(binding.to, event.data.to) });
      }
    }
  }

  /**
   * The version that judges what happens at the moment: the last published of those effective by then; null
   * before the first. As only the first may reach back, publishing never changes the answer for the past.
   */
  versionAt(at: Instant): RulebookVersion | null {
    return this.#versions.findLast(({ effectiveFrom }) => effectiveFrom <= at) ?? null;
  }

  versions(): readonly RulebookVersion[] {
    return this.#versions;
  }

  bindings(): readonly Binding[] {
    return [...this.#bindings.values()];
  }

  /**
   * The instruments in force for the unit at the moment: bound to it or to a unit above it, within their
   * own dates, and not replaced by one that binds it, too. Nearest binding first, then the newest.
   * What was replaced for a unit does not come back when the replacing instrument ends.
   */
  instrumentsFor(unit: UnitId, at: Instant): readonly Instrument[] {
    const reaches = this.#reaching(unit);
    const known = (this.versionAt(at)?.instruments ?? []).filter(({ instrumentId }) => reaches.has(instrumentId));
    const reachesOf = ({ instrumentId }: Instrument): readonly Reach[] => reaches.get(instrumentId) ?? [];
    const begun = known.filter((instrument) => hasBegun(instrument, reachesOf(instrument), at));
    const replaced = new Set(begun.flatMap(({ replaces }) => replaces));
    return begun
      .flatMap((instrument) => {
        const now = reachesOf(instrument).filter(({ period }) => covers(period, at));
        const binds = now.length > 0 && covers(validity(instrument), at) && !replaced.has(instrument.instrumentId);
        return binds ? [{ instrument, distance: Math.min(...now.map(({ distance }) => distance)) }] : [];
      })
      .sort((a, b) => a.distance - b.distance || newestFirst(a.instrument, b.instrument))
      .map(({ instrument }) => instrument);
  }

  /** Every duty in force for the unit at the moment, in the precedence of `rule`. */
  inForce(unit: UnitId, at: Instant): readonly RuleInForce[] {
    const line = [unit, ...this.organisation.superiorsOf(unit)].join(' ');
    const key = `${String(this.#turnsBy(at))} ${line}`;
    const known = this.#answered.get(key) ?? this.#lookUp(unit, at);
    this.#answered.set(key, known);
    return known;
  }

  /** The rule that lays the duty on the unit at the moment; null when none does. */
  rule(obligation: ObligationId, unit: UnitId, at: Instant): RuleInForce | null {
    return this.inForce(unit, at).find(({ citation }) => citation.obligation === obligation) ?? null;
  }

  /** The first of the duties that binds the unit; for rules that several duties ground. */
  firstRule(obligations: readonly ObligationId[], unit: UnitId, at: Instant): RuleInForce | null {
    return this.inForce(unit, at).find(({ citation }) => obligations.includes(citation.obligation)) ?? null;
  }

  /**
   * The same rulebook with other values for one duty, wherever an instrument lays it: for asking what a changed
   * parameter would have done to the past (handbook, Fairness 16). This one stays as it is.
   */
  simulated(obligation: ObligationId, parameters: Parameters): Rulebook {
    const overlay = new Rulebook(this.organisation);
    const changed = (clause: Clause): Clause => ({
      ...clause,
      duties: clause.duties.map((duty) =>
        duty.obligation === obligation ? { ...duty, parameters: { ...duty.parameters, ...parameters } } : duty,
      ),
    });
    for (const version of this.#versions) {
      const instruments = version.instruments.map((instrument) => ({
        ...instrument,
        clauses: instrument.clauses.map(changed),
      }));
      overlay.apply({ type: 'rulebook.published', version: 1, data: { ...version, instruments } });
    }
    for (const binding of this.#bindings.values()) overlay.#bind(binding);
    return overlay;
  }

  #lookUp(unit: UnitId, at: Instant): readonly RuleInForce[] {
    const rulebookVersion = this.versionAt(at)?.version ?? 0;
    return this.instrumentsFor(unit, at).flatMap((instrument) =>
      instrument.clauses.flatMap(({ clause, duties }) =>
        duties.map(({ obligation, parameters }) => ({
          citation: { obligation, instrument: instrument.instrumentId, clause, rulebookVersion },
          parameters,
          instrument,
        })),
      ),
    );
  }

  /** How many turns have come by the moment. */
  #turnsBy(at: Instant): number {
    this.#turns ??= turnsOf(this.#versions, this.bindings());
    let [low, high] = [0, this.#turns.length];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if ((this.#turns[middle] ?? '') <= at) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #bind(binding: Binding): void {
    this.#bindings.set(binding.bindingId, binding);
    this.#byUnit.set(binding.unitId, (this.#byUnit.get(binding.unitId) ?? new Set()).add(binding.bindingId));
  }

  /** What has ever reached the unit: its own bindings, and those of units above it that say so. */
  #reaching(unit: UnitId): ReadonlyMap<InstrumentId, readonly Reach[]> {
    const reaches = new Map<InstrumentId, Reach[]>();
    for (const [distance, bound] of [unit, ...this.organisation.superiorsOf(unit)].entries()) {
      for (const id of this.#byUnit.get(bound) ?? []) {
        const binding = this.#bindings.get(id);
        if (!binding || (distance > 0 && !binding.withSubordinates)) continue;
        const reach = { distance, period: { validFrom: binding.from, validTo: binding.to } };
        reaches.set(binding.instrumentId, [...(reaches.get(binding.instrumentId) ?? []), reach]);
      }
    }
    return reaches;
  }
}

const turnsOf = (versions: readonly RulebookVersion[], bindings: readonly Binding[]): readonly Instant[] => {
  const periods = versions.flatMap(({ instruments }) => instruments.map(validity));
  const moments = [
    ...versions.map(({ effectiveFrom }) => effectiveFrom),
    ...periods.flatMap(({ validFrom, validTo }) => [validFrom, validTo]),
    ...bindings.flatMap(({ from, to }) => [from, to]),
  ];
  return [...new Set(moments.filter((moment) => moment !== null))].sort();
};

const validity = ({ validFrom, validTo }: Instrument): Period => ({
  validFrom: startOfDay(validFrom),
  validTo: validTo === null ? null : startOfDay(validTo),
});

/** Was it in force for the unit at some time up to the moment? A binding undone from its beginning never was. */
const hasBegun = (instrument: Instrument, reaches: readonly Reach[], at: Instant): boolean => {
  const own = validity(instrument);
  return reaches.some(
    ({ period }) =>
      period.validFrom <= at && own.validFrom <= at && period.validFrom !== period.validTo && overlap(own, period),
  );
};

const newestFirst = (a: Instrument, b: Instrument): number => {
  if (a.validFrom !== b.validFrom) return a.validFrom < b.validFrom ? 1 : -1;
  return a.instrumentId < b.instrumentId ? -1 : 1;
};
