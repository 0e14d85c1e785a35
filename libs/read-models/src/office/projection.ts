import type { RecordedEvent } from '#domain/events.ts';
import { evolve, initial, type OfficeRecord, type OfficeState } from '#domain/office/evolve.ts';
import type { OfficeEvent } from '#domain/office/events.ts';
import { ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import type { OfficeRecordRow } from './table.entity.ts';

const category = 'office-';
const isOfficeEvent = (event: RecordedEvent): event is Extract<RecordedEvent, OfficeEvent> =>
  event.stream.startsWith(category);

const unitOf = (record: OfficeRecord): string | null => {
  switch (record.kind) {
    case 'review':
      return record.first.subject.unit;
    case 'reason':
      return record.first.byUnit;
    case 'finding':
      return null;
    default:
      return record.first.unit;
  }
};

const officerOf = (record: OfficeRecord): string | null => {
  switch (record.kind) {
    case 'step':
    case 'assignment':
    case 'leave':
    case 'reason':
    case 'finding':
      return record.first.officer;
    case 'review':
      return record.first.subject.officer;
    default:
      return null;
  }
};

/** It waits for an answer or a decision. */
const isOpen = (record: OfficeRecord): boolean => {
  switch (record.kind) {
    case 'obstacle':
      return record.answer === null;
    case 'assignment':
      return record.response === null;
    case 'reason':
    case 'review':
      return record.decision === null;
    default:
      return false;
  }
};

const rowOf = (record: OfficeRecord, { stream, revision }: RecordedEvent): OfficeRecordRow => ({
  recordId: stream.slice(category.length),
  kind: record.kind,
  unitId: unitOf(record),
  officerId: officerOf(record),
  beganAt: record.first.at,
  open: isOpen(record),
  state: JSON.stringify(record),
  revision,
});

const stateIn = (found: Row | undefined): OfficeState =>
  found === undefined ? initial : (JSON.parse((found as OfficeRecordRow).state) as OfficeRecord);

export const officeProjection: Projection = {
  name: 'office',
  tables: ['office_record'],
  reads: (event) =>
    isOfficeEvent(event) && event.revision > 0
      ? { table: 'office_record', group: event.stream.slice(category.length) }
      : null,
  project: (event, found) => {
    if (!isOfficeEvent(event)) return [];
    const record = evolve(stateIn(found), event);
    if (record.kind === 'none') throw new ImpossibleHistory(`${event.type} in ${event.stream} left nothing`);
    return [{ table: 'office_record', row: rowOf(record, event) }];
  },
};
