import { consultationClock } from '#domain/consultation/clock.ts';
import type { ConsultationEvent } from '#domain/consultation/events.ts';
import { evolve } from '#domain/consultation/evolve.ts';
import type { AddresseeState, ConsultationState, RequestedConsultation } from '#domain/consultation/state.ts';
import type { RecordedEvent } from '#domain/events.ts';
import type { Capacity, Instant, Party } from '#domain/kernel/event.ts';
import { type Change, ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import { momentsOf } from './moments.ts';
import type { ConsultationAddresseeRow, ConsultationRow } from './table.entity.ts';

type RecordedConsultationEvent = Extract<RecordedEvent, ConsultationEvent>;

/** One event of a consultation as its row remembers it; `units`: the bodies it is about, all when empty. */
export type LogEntry = {
  readonly position: string;
  readonly revision: number;
  readonly type: ConsultationEvent['type'];
  readonly units: readonly string[];
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Party;
  readonly actingUnit: string | null;
  readonly capacity: Capacity;
};

const isConsultationEvent = (event: RecordedEvent): event is RecordedConsultationEvent =>
  event.type.startsWith('consultation.');

const idOf = ({ stream }: RecordedEvent): string => stream.slice('consultation-'.length);

const unitsIn = ({ type, data }: RecordedConsultationEvent): readonly string[] => {
  if (type === 'consultation.requested') return [];
  if (type === 'consultation.readdressed') return [data.from, data.to];
  return data.unit === null ? [] : [data.unit];
};

const entryOf = (event: RecordedConsultationEvent): LogEntry => ({
  position: String(event.position),
  revision: event.revision,
  type: event.type,
  units: unitsIn(event),
  occurredAt: event.occurredAt,
  recordedAt: event.recordedAt,
  actor: event.actor,
  actingUnit: event.unit,
  capacity: event.capacity,
});

const addresseeRow = (
  state: RequestedConsultation,
  id: string,
  addressee: AddresseeState,
): ConsultationAddresseeRow => ({
  consultationId: id,
  unitId: addressee.unit,
  requester: state.requester,
  status: addressee.status,
  askedAt: addressee.addressedAt,
  ...momentsOf(state, addressee),
  missedDueAt: addressee.passes.findLast(({ duty }) => duty === 'owed')?.dueAt ?? null,
  deemedDueAt: addressee.deemed?.dueAt ?? null,
});

const consultationRow = (
  state: RequestedConsultation,
  event: RecordedConsultationEvent,
  log: readonly LogEntry[],
): ConsultationRow => ({
  consultationId: idOf(event),
  dossierId: state.dossierId,
  requester: state.requester,
  subject: state.subject,
  requestedAt: state.at,
  dueAt: state.due?.dueAt ?? null,
  defects: state.defects,
  state: JSON.stringify(state),
  log: JSON.stringify(log),
  nextDue: consultationClock.nextDue(state),
  movable: consultationClock.movable(state),
  revision: event.revision,
});

const before = (found: ConsultationRow | undefined): { state: ConsultationState; log: readonly LogEntry[] } =>
  found === undefined
    ? { state: { status: 'none' }, log: [] }
    : { state: JSON.parse(found.state) as RequestedConsultation, log: JSON.parse(found.log) as LogEntry[] };

export const consultationProjection: Projection = {
  name: 'consultation',
  tables: ['consultation', 'consultation_addressee'],
  reads: (event) =>
    isConsultationEvent(event) && event.type !== 'consultation.requested'
      ? { table: 'consultation', group: idOf(event) }
      : null,
  project: (event, found: Row | undefined): readonly Change[] => {
    if (!isConsultationEvent(event)) return [];
    const { state: earlier, log } = before(found as ConsultationRow | undefined);
    const state = evolve(earlier, event);
    if (state.status === 'none') throw new ImpossibleHistory(`${event.type} in ${event.stream} left nothing`);
    const replaces = event.type !== 'consultation.requested';
    return [
      { table: 'consultation', row: consultationRow(state, event, [...log, entryOf(event)]) },
      ...state.addressees.map((addressee) => ({
        table: 'consultation_addressee',
        row: addresseeRow(state, idOf(event), addressee),
        replaces,
      })),
    ];
  },
};
