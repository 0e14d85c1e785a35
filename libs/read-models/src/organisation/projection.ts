import type { RecordedEvent } from '#domain/events.ts';
import type { PartyEvent, UnitDissolved, UnitEstablished } from '#domain/organisation/events.ts';
import { type Change, ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import { officeTimeRow } from '../office-time/office-line.ts';
import { foldText } from '../text/fold.ts';
import type { AppointmentRow, DelegationRow, PartyRow, UnitRow, UnitSuccession } from './table.entity.ts';

const found = <T extends Row>(row: Row | undefined, event: RecordedEvent): T => {
  if (row === undefined) throw new ImpossibleHistory(`${event.type} in ${event.stream} about something never recorded`);
  return row as T;
};

const unitRow = ({ data }: UnitEstablished): UnitRow => ({
  unitId: data.unitId,
  name: data.name,
  words: foldText(`${data.name} ${data.unitId}`),
  unitKind: data.unitKind,
  parent: data.parent,
  validFrom: data.validFrom,
  validTo: null,
  dissolvedPosition: null,
});

const dissolved = ({ data, position }: UnitDissolved & RecordedEvent, unit: UnitRow): readonly Change[] => [
  { table: 'unit', row: { ...unit, validTo: data.validTo, dissolvedPosition: String(position) } satisfies UnitRow },
  ...data.successors.map((successor) => ({
    table: 'unit_succession',
    row: { predecessor: data.unitId, successor, at: data.validTo } satisfies UnitSuccession,
  })),
];

const partyRow = (event: Extract<RecordedEvent, PartyEvent>): Change => {
  const { data, type, provenance } = event;
  const [kind, id, accountKind, label] =
    type === 'officer.registered'
      ? (['officer', data.officerId, null, null] as const)
      : (['account', data.accountId, data.accountKind, data.label] as const);
  const words = foldText(`${id} ${label ?? ''}`);
  return {
    table: 'party',
    row: { kind, id, accountKind, label, words, provenance: provenance.kind } satisfies PartyRow,
  };
};

const project = (event: RecordedEvent, row: Row | undefined): readonly Change[] => {
  switch (event.type) {
    case 'unit.established':
      return [{ table: 'unit', row: unitRow(event) }];
    case 'unit.dissolved':
      return dissolved(event, found<UnitRow>(row, event));
    case 'appointment.made': {
      const { basis: _basis, ...appointment } = event.data;
      const made = {
        ...appointment,
        madePosition: String(event.position),
        endedPosition: null,
      } satisfies AppointmentRow;
      return [{ table: 'appointment', row: made }];
    }
    case 'appointment.ended': {
      const appointment = found<AppointmentRow>(row, event);
      const closed = { ...appointment, validTo: event.data.validTo, endedPosition: String(event.position) };
      return [{ table: 'appointment', row: closed satisfies AppointmentRow }];
    }
    case 'delegation.granted':
      return [{ table: 'delegation', row: { ...event.data, revokedAt: null } satisfies DelegationRow }];
    case 'delegation.revoked': {
      const delegation = found<DelegationRow>(row, event);
      return [{ table: 'delegation', row: { ...delegation, revokedAt: event.data.revokedAt } satisfies DelegationRow }];
    }
    case 'officer.registered':
    case 'account.registered':
      return [partyRow(event)];
    case 'calendar.published':
      return [{ table: 'office_time', row: officeTimeRow(event.data) }];
    default:
      return [];
  }
};

export const organisationProjection: Projection = {
  name: 'organisation',
  tables: ['unit', 'unit_succession', 'appointment', 'delegation', 'party', 'office_time'],
  reads: (event) => {
    switch (event.type) {
      case 'unit.dissolved':
        return { table: 'unit', group: event.data.unitId };
      case 'appointment.ended':
        return { table: 'appointment', group: event.data.appointmentId };
      case 'delegation.revoked':
        return { table: 'delegation', group: event.data.delegationId };
      case 'calendar.published':
        return { table: 'office_time', group: event.data.calendarId };
      default:
        return null;
    }
  },
  project,
};
