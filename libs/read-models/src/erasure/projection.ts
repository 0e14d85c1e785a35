import type { RecordedEvent } from '#domain/events.ts';
import type { Projection } from '../apply/projection.ts';
import { idOf } from '../party-key.ts';
import type { ErasureRow } from './table.entity.ts';

type Erased = Extract<RecordedEvent, { type: 'sealed-field.erased' }>;

const rowOf = ({ data, ...event }: Erased): ErasureRow => ({
  position: String(event.position),
  erasureId: event.id,
  eventId: data.eventId,
  paths: data.paths,
  subjects: data.subjects,
  ground: data.ground.text,
  clause: data.ground.clause,
  document: data.document === null ? null : JSON.stringify(data.document),
  erasedAt: event.recordedAt,
  actorKind: event.actor.kind,
  actorId: idOf(event.actor),
  unitId: event.unit,
  capacity: event.capacity,
});

export const erasureProjection: Projection = {
  name: 'erasure',
  tables: ['erasure'],
  appendOnly: ['erasure'],
  reads: () => null,
  project: (event) => (event.type === 'sealed-field.erased' ? [{ table: 'erasure', row: rowOf(event) }] : []),
};
