import { isDossierStreamEvent, type RecordedEvent } from '#domain/events.ts';
import type { Projection } from '../apply/projection.ts';
import { dossierOf } from '../dossier/projection.ts';
import { idOf } from '../party-key.ts';
import type { TimelineRow } from './table.entity.ts';

const officerOf = (event: RecordedEvent): string | null => {
  const party = event.type === 'dossier.step-performed' ? event.data.performer.party : event.actor;
  return party.kind === 'officer' ? party.id : null;
};

const rowOf = (event: RecordedEvent, dossierId: string): TimelineRow => ({
  dossierId,
  revision: event.revision,
  position: String(event.position),
  eventId: event.id,
  type: event.type,
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  actorKind: event.actor.kind,
  actorId: idOf(event.actor),
  unitId: event.unit,
  capacity: event.capacity,
  provenance: event.provenance.kind,
  inferred: event.provenance.kind === 'import' && event.provenance.inferred,
  officerId: officerOf(event),
  data: JSON.stringify(event.data),
});

export const timelineProjection: Projection = {
  name: 'timeline',
  tables: ['timeline'],
  appendOnly: ['timeline'],
  reads: () => null,
  project: (event) => (isDossierStreamEvent(event) ? [{ table: 'timeline', row: rowOf(event, dossierOf(event)) }] : []),
};
