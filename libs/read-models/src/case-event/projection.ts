import type { RecordedEvent } from '#domain/events.ts';
import type { Projection } from '../apply/projection.ts';
import { idOf } from '../party-key.ts';
import { namedIn } from './named-in.ts';
import type { CaseEventRow } from './table.entity.ts';

const category = /^(consultation|task|directive|recommendation|office)-/;

const rowOf = (event: RecordedEvent): CaseEventRow => {
  const { officers, units, links } = namedIn(event.data);
  if (event.actor.kind === 'officer') officers.add(event.actor.id);
  if (event.unit !== null) units.add(event.unit);
  links.delete(event.stream);
  return {
    stream: event.stream,
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
    dossierId: 'dossierId' in event.data ? event.data.dossierId : null,
    officers: [...officers],
    units: [...units],
    links: [...links],
    data: JSON.stringify(event.data),
  };
};

export const caseEventProjection: Projection = {
  name: 'case-event',
  tables: ['case_event'],
  appendOnly: ['case_event'],
  reads: () => null,
  project: (event) => (category.test(event.stream) ? [{ table: 'case_event', row: rowOf(event) }] : []),
};
