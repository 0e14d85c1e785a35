import type { InstrumentId, ObligationId, RuleCitation } from '../kernel/citation.ts';
import type { Instant, UnitId } from '../kernel/event.ts';
import type { OrganisationDirectory } from '../organisation/directory.ts';
import { covers, earlierEnd } from '../organisation/period.ts';
import { startOfDay } from '../time/instant.ts';
import type { Instrument, Parameters, RulebookBound, RulebookEvent, RulebookPublished } from './events.ts';

/** A duty as it binds one unit at one moment. */
export type RuleInForce = {
  readonly citation: RuleCitation;
  readonly parameters: Parameters;
  readonly instrument: Instrument;
};

type Version = RulebookPublished['data'];
type Binding = RulebookBound['data'];

/** Which duties bound which unit at which moment: versions of the rulebook and what they bind. */
export class Rulebook {
  readonly #versions: Version[] = [];
  readonly #bindings = new Map<string, Binding>();

  constructor(private readonly organisation: OrganisationDirectory) {}

  apply(event: RulebookEvent): void {
    switch (event.type) {
      case 'rulebook.published':
        this.#versions.push(event.data);
        return;
      case 'rulebook.bound':
        this.#bindings.set(event.data.bindingId, event.data);
        return;
      case 'rulebook.unbound': {
        const binding = this.#bindings.get(event.data.bindingId);
        if (!binding) throw new Error(`impossible history: binding ${event.data.bindingId} undone before it was made`);
        this.#bindings.set(binding.bindingId, { ...binding, to: earlierEnd(binding.to, event.data.to) });
      }
    }
  }

  /** The version that judges what happens at the moment: the last one effective by then; null before the first. */
  versionAt(at: Instant): Version | null {
    return this.#versions.findLast(({ effectiveFrom }) => effectiveFrom <= at) ?? null;
  }

  versions(): readonly Version[] {
    return this.#versions;
  }

  bindings(): readonly Binding[] {
    return [...this.#bindings.values()];
  }

  /**
   * The instruments in force for the unit at the moment: bound to it or to a unit above it, within their
   * own dates, and not replaced by one that binds it, too. Nearest binding first, then the newest.
   */
  instrumentsFor(unit: UnitId, at: Instant): readonly Instrument[] {
    const instruments = this.versionAt(at)?.instruments ?? [];
    const line = [unit, ...this.organisation.superiorsOf(unit)];
    const distances = new Map<InstrumentId, number>();
    for (const { instrumentId, unitId, withSubordinates, ...period } of this.#bindings.values()) {
      const distance = line.indexOf(unitId);
      if (distance < 0 || (distance > 0 && !withSubordinates)) continue;
      if (!covers({ validFrom: period.from, validTo: period.to }, at)) continue;
      distances.set(instrumentId, Math.min(distance, distances.get(instrumentId) ?? distance));
    }
    const bound = instruments.filter(
      (instrument) =>
        distances.has(instrument.instrumentId) &&
        startOfDay(instrument.validFrom) <= at &&
        (instrument.validTo === null || at < startOfDay(instrument.validTo)),
    );
    const replaced = new Set(bound.flatMap(({ replaces }) => replaces));
    const rank = ({ instrumentId }: Instrument): number => distances.get(instrumentId) ?? 0;
    return bound
      .filter(({ instrumentId }) => !replaced.has(instrumentId))
      .sort((a, b) => rank(a) - rank(b) || (a.validFrom < b.validFrom ? 1 : a.validFrom > b.validFrom ? -1 : 0));
  }

  /** Every duty in force for the unit at the moment, in the precedence of `rule`. */
  inForce(unit: UnitId, at: Instant): readonly RuleInForce[] {
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

  /** The rule that lays the duty on the unit at the moment; null when none does. */
  rule(obligation: ObligationId, unit: UnitId, at: Instant): RuleInForce | null {
    return this.inForce(unit, at).find(({ citation }) => citation.obligation === obligation) ?? null;
  }

  /** The first of the duties that binds the unit; for rules that several duties ground. */
  firstRule(obligations: readonly ObligationId[], unit: UnitId, at: Instant): RuleInForce | null {
    return this.inForce(unit, at).find(({ citation }) => obligations.includes(citation.obligation)) ?? null;
  }
}
