import type { Instant } from '#domain/kernel/event.ts';
import { streamOf } from '#domain/events.ts';
import type { ImportedStream, NewEvent } from '#store/event-store.ts';
import { derivedUuid } from './ids.ts';
import type { CaseAct, CaseHistory } from './case-history.ts';

/** Circumstances common to everything one import brings in. */
export type ImportCircumstances = {
  /** SHA-256 of the file: with the line it says where an entry came from. */
  readonly importId: string;
  readonly correlationId: string;
  readonly recordedAt: Instant;
};

/** Changes when the way a case becomes events changes, so that old and new imports are told apart. */
const conversionVersion = '1';

const said = ({ event, at, actor, inferred }: CaseAct): readonly unknown[] => [event, at, actor, inferred];

/**
 * The ids follow from what the case says and not from the file's name, line numbers or the day of the
 * import: a case met again in any file has the same ids, and a case that says something else has others.
 */
export function streamOfCase(history: CaseHistory, circumstances: ImportCircumstances): ImportedStream {
  const stream = streamOf.dossier(history.dossierId);
  const content = derivedUuid(JSON.stringify(history.acts.map(said)));
  const events = history.acts.map((act, index): NewEvent => ({
    ...act.event,
    id: derivedUuid('import', conversionVersion, stream, content, String(index)),
    occurredAt: act.at,
    recordedAt: circumstances.recordedAt,
    actor: act.actor.party,
    unit: act.actor.unit,
    capacity: act.actor.capacity,
    provenance: { kind: 'import', importId: circumstances.importId, line: act.line, inferred: act.inferred },
    correlationId: circumstances.correlationId,
    causationId: null,
  }));
  return { stream, events };
}
