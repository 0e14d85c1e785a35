import { candidatesFor } from '#api/candidates/candidates-for.ts';
import { kindTexts } from '#api/candidates/wording.ts';
import type { Candidate } from '#domain/candidates/candidate.ts';
import type { ObligationId } from '#domain/kernel/citation.ts';
import type { Instant, UnitId } from '#domain/kernel/event.ts';
import { withRulebook, type Reference } from '#domain/reference.ts';
import { fits, parameterNames, parameterOf } from '#domain/rulebook/parameters.ts';
import { LedgerReference } from '#ledger/ledger-reference.ts';
import type { OpenLedger } from '../compose.ts';
import type { Bilingual } from '../frame/failure.ts';

export type SimulationAsked = {
  readonly obligation: ObligationId;
  readonly parameters: Readonly<Record<string, number | boolean>>;
  readonly unit: UnitId | undefined;
  readonly from: Instant | null;
  readonly to: Instant;
};

/** No person is named: a simulation is about rules. */
export type SimulatedIncident = {
  readonly incident: string;
  readonly kind: Candidate['kind'];
  readonly what: Bilingual;
  readonly subject: string;
  readonly at: Instant;
  readonly unit: UnitId | null;
  readonly clause: string;
};

export type Simulation = Pick<SimulationAsked, 'obligation' | 'parameters'> & {
  readonly stored: false;
  readonly before: number;
  readonly after: number;
  readonly appearing: readonly SimulatedIncident[];
  readonly disappearing: readonly SimulatedIncident[];
};

/** What is wrong with the parameters; null when a rule reads them all. */
export const faultsOf = (obligation: ObligationId, parameters: SimulationAsked['parameters']): Bilingual | null => {
  for (const [name, value] of Object.entries(parameters)) {
    const kind = parameterOf(obligation, name);
    const known = parameterNames(obligation).join(', ');
    if (kind === null) {
      return {
        vi: `${obligation} không có tham số ${name} (có: ${known}).`,
        en: `${obligation} has no parameter ${name} (there are: ${known}).`,
      };
    }
    if (fits(value, kind)) continue;
    const wanted = kind.kind === 'switch' ? 'true | false' : `${String(kind.min)}–${String(kind.max)}`;
    return { vi: `${name} phải là ${wanted}.`, en: `${name} must be ${wanted}.` };
  }
  return null;
};

/**
 * What another value would have made of the past: candidates derived twice from the same events, once with an
 * overlay of the rulebook. Events that a rule wrote in its day (deemed consents, reminders) stay as they are.
 */
export const simulate = async (
  { store, readModels }: Pick<OpenLedger, 'store' | 'readModels'>,
  asked: SimulationAsked,
): Promise<Simulation> => {
  const reference = await new LedgerReference(store).current();
  const { obligation, parameters } = asked;
  const overlay = withRulebook(reference, reference.rulebook.simulated(obligation, parameters));
  const found = async (by: Reference): Promise<ReadonlyMap<string, Candidate>> => {
    const incidents = new Map<string, Candidate>();
    const whose = asked.unit === undefined ? 'everyone' : { unit: asked.unit };
    for await (const candidate of candidatesFor({
      queries: readModels.queries,
      reference: by,
      asOf: asked.to,
      whose,
    })) {
      if (asked.from !== null && candidate.at < asked.from) continue;
      incidents.set(`${candidate.subject} ${candidate.incident} ${candidate.kind}`, candidate);
    }
    return incidents;
  };
  const [before, after] = [await found(reference), await found(overlay)];
  const only = (these: ReadonlyMap<string, Candidate>, those: ReadonlyMap<string, Candidate>) =>
    [...these].filter(([key]) => !those.has(key)).map(([, candidate]) => incidentOf(candidate));
  return {
    obligation,
    parameters,
    stored: false,
    before: before.size,
    after: after.size,
    appearing: only(after, before),
    disappearing: only(before, after),
  };
};

const incidentOf = ({ incident, kind, subject, at, unit, rules: [rule] }: Candidate): SimulatedIncident => ({
  incident,
  kind,
  what: kindTexts[kind],
  subject,
  at,
  unit,
  clause: rule ? `${rule.obligation} ${rule.instrument} ${rule.clause}` : '',
});
