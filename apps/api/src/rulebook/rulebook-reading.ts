import type {
  BindingView,
  DisseminationCoverage,
  DisseminationCoverageList,
  InstrumentList,
  RulesInForce,
} from '#contracts/rulebook-views.ts';
import type { UnitRef } from '#contracts/views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import type { Instrument } from '#domain/rulebook/events.ts';

/** As people name it: kind, number and symbol, issuer. A blank number is shown as the dots of the printed form. */
export const instrumentName = ({ kind, number, symbol, issuer }: Instrument): string =>
  `${kind} ${number ?? '…'}${symbol === null ? '' : `/${symbol}`} (${issuer})`;

export const unitRefOf = (reference: Reference, id: string): UnitRef => ({
  id,
  name: reference.organisation.unit(id)?.name ?? null,
});

/** What binds the unit at the moment: duty, clause, instrument, parameters, version. */
export const rulesInForce = (reference: Reference, unit: string, at: Instant): RulesInForce => ({
  unit: unitRefOf(reference, unit),
  at,
  rulebookVersion: reference.rulebook.versionAt(at)?.version ?? null,
  items: reference.rulebook.inForce(unit, at).map(({ citation, parameters, instrument }) => ({
    obligation: citation.obligation,
    clause: citation.clause,
    instrumentId: instrument.instrumentId,
    instrument: instrumentName(instrument),
    parameters,
    rulebookVersion: citation.rulebookVersion,
  })),
});

export const instrumentsAt = ({ rulebook }: Reference, at: Instant): InstrumentList => {
  const version = rulebook.versionAt(at);
  return { at, rulebookVersion: version?.version ?? null, items: version?.instruments ?? [] };
};

/** Oldest first. */
export const bindingsOf = (
  reference: Reference,
  { unit, instrument }: { readonly unit?: string | undefined; readonly instrument?: string | undefined },
): readonly BindingView[] =>
  reference.rulebook
    .bindings()
    .filter((binding) => unit === undefined || binding.unitId === unit)
    .filter((binding) => instrument === undefined || binding.instrumentId === instrument)
    .map(({ unitId, ...binding }) => ({ ...binding, unit: unitRefOf(reference, unitId) }));

/** R79: in which of the units it binds an instrument has been made known. Only instruments that bind somebody. */
export const disseminationCoverage = (
  reference: Reference,
  at: Instant,
  only: string | undefined,
): DisseminationCoverageList => {
  const units = new Map<string, DisseminationCoverage['units'][number][]>();
  for (const { unitId } of reference.organisation.unitsAt(at)) {
    for (const { instrumentId } of reference.rulebook.instrumentsFor(unitId, at)) {
      if (only !== undefined && instrumentId !== only) continue;
      const sessions = reference.dissemination.sessions(instrumentId, unitId, at);
      const firstHeldAt = sessions.map(({ heldAt }) => heldAt).sort()[0] ?? null;
      const row = { unit: unitRefOf(reference, unitId), sessions: sessions.length, firstHeldAt };
      units.set(instrumentId, [...(units.get(instrumentId) ?? []), row]);
    }
  }
  const items = [...units].map(([instrumentId, rows]) => ({
    instrumentId,
    bound: rows.length,
    reached: rows.filter(({ sessions }) => sessions > 0).length,
    units: rows,
  }));
  return { at, items };
};
