import type { Instant } from '#domain/kernel/event.ts';
import { type RecordedStreamEvent, evolveDossier } from './projection.ts';
import type { DossierRow } from './table.entity.ts';

/** Acts that begin or end custody. */
const turns: ReadonlySet<string> = new Set<RecordedStreamEvent['type']>([
  'dossier.registered',
  'dossier.handed-off',
  'dossier.returned',
  'dossier.submitted',
  'dossier.completed',
  'dossier.reopened',
  'dossier.archived',
]);

/**
 * The dossier folded from those of its events that had happened by then; undefined before its
 * registration, whatever is claimed to have been done for it earlier. A turn of custody that claims to be
 * earlier than the one before it counts from that one, as its interval does (decision 0023).
 */
export const dossierAsOf = (events: readonly RecordedStreamEvent[], asOf: Instant): DossierRow | undefined => {
  let row: DossierRow | undefined;
  let lastTurn = '';
  for (const event of events) {
    const isTurn = turns.has(event.type);
    if (isTurn && event.occurredAt > lastTurn) lastTurn = event.occurredAt;
    const happened = (isTurn ? lastTurn : event.occurredAt) <= asOf;
    if (happened && (row !== undefined || event.type === 'dossier.registered')) row = evolveDossier(row, event);
  }
  return row;
};
