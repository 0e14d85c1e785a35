import type { DossierStreamEvent, RecordedEvent } from '#domain/events.ts';
import { isDossierEvent, type Holder } from '#domain/dossier/events.ts';
import type { Party, UnitId } from '#domain/kernel/event.ts';
import type { OrganisationEvent } from '#domain/organisation/events.ts';
import type { OcelAttribute, OcelEvent, OcelRelationship, OcelType } from './ocel-document.ts';
import { namedInSubmission, submissionFields, type Named, type RecordedSubmission } from './ocel-submission.ts';

/** What the document tells: dossiers and the organisation. */
export type TellableEvent = Extract<RecordedEvent, DossierStreamEvent | OrganisationEvent>;

/** Plain fields of each event that become attributes; parties, units and dossiers become relationships. */
const dataFields = {
  'dossier.registered': ['issuer', 'number', 'symbol', 'dossierType', 'urgency', 'secrecy', 'receivedAt', 'deadline'],
  'dossier.assigned': ['step', 'dueAt'],
  'dossier.handed-off': ['reason', 'dueAt', 'heldSince'],
  'dossier.receipt-confirmed': ['arrivalNumber'],
  'dossier.returned': ['reason', 'heldSince'],
  'dossier.step-performed': ['step', 'note'],
  'dossier.submitted': ['proposal', 'heldSince'],
  'dossier.decided': ['decision', 'grounds'],
  'dossier.completed': ['outcome', 'deadline', 'heldSince'],
  'dossier.corrected': ['correctsEventId', 'reason'],
  'dossier.reopened': ['reason', 'deadline'],
  'dossier.archived': ['fileCode', 'retention', 'heldSince'],
  ...submissionFields,
  'unit.established': ['validFrom'],
  'unit.dissolved': ['validTo'],
  'appointment.made': ['appointmentId', 'role', 'title', 'validFrom', 'validTo'],
  'appointment.ended': ['appointmentId', 'validTo', 'reason'],
  'officer.registered': [],
  'account.registered': [],
  'delegation.granted': ['delegationId', 'scope', 'document', 'validFrom', 'validTo'],
  'delegation.revoked': ['delegationId', 'revokedAt', 'reason'],
} as const satisfies Readonly<Record<TellableEvent['type'], readonly string[]>>;

const moments = [
  'receivedAt',
  'deadline',
  'dueAt',
  'heldSince',
  'validFrom',
  'validTo',
  'revokedAt',
  'heldAt',
  'newAppointment',
];
const typeOfField: Readonly<Record<string, string>> = {
  ...Object.fromEntries(moments.map((name) => [name, 'time'])),
  conforming: 'boolean',
  changed: 'boolean',
  ordinal: 'integer',
  level: 'integer',
};
const common = [
  { name: 'position', type: 'integer' },
  { name: 'recordedAt', type: 'time' },
  { name: 'capacity', type: 'string' },
  { name: 'provenance', type: 'string' },
  { name: 'inferred', type: 'boolean' },
] as const;

export const ocelEventTypes: readonly OcelType[] = Object.entries(dataFields).map(([name, fields]) => ({
  name,
  attributes: [...common, ...fields.map((field) => ({ name: field, type: typeOfField[field] ?? 'string' }))],
}));

export function ocelEvent(event: TellableEvent): OcelEvent {
  return {
    id: event.id,
    type: event.type,
    time: event.occurredAt,
    attributes: attributesOf(event),
    relationships: relationshipsOf(event),
  };
}

function attributesOf(event: TellableEvent): readonly OcelAttribute[] {
  const { provenance } = event;
  const data = event.data as Readonly<Record<string, unknown>>;
  return [
    { name: 'position', value: String(event.position) },
    { name: 'recordedAt', value: event.recordedAt },
    { name: 'capacity', value: event.capacity },
    { name: 'provenance', value: provenance.kind },
    { name: 'inferred', value: String(provenance.kind === 'import' && provenance.inferred) },
    ...dataFields[event.type].flatMap((name) => {
      const value = valueText(data[name]);
      return value === null ? [] : [{ name, value }];
    }),
  ];
}

/** OCEL writes every value as text; null where there is none to write. */
function valueText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) && value.length > 0 ? value.join('; ') : null;
}

/** One id for each object of whatever type: a person and a unit may be named alike. */
export const objectIdOf = {
  dossier: (id: string): string => `dossier:${id}`,
  unit: (id: UnitId): string => `unit:${id}`,
  officer: (id: string): string => `officer:${id}`,
  account: (id: string): string => `account:${id}`,
};

const related = (qualifier: string, objectId: string): readonly OcelRelationship[] => [{ objectId, qualifier }];
const toUnit = (qualifier: string, unit: UnitId | null): readonly OcelRelationship[] =>
  unit === null ? [] : related(qualifier, objectIdOf.unit(unit));
const toParty = (qualifier: string, party: Party): readonly OcelRelationship[] =>
  party.kind === 'unknown' ? [] : related(qualifier, objectIdOf[party.kind](party.id));
const toHolder = (qualifier: string, holder: Holder | null): readonly OcelRelationship[] =>
  holder ? [...toParty(qualifier, holder.party), ...toUnit(`${qualifier}-unit`, holder.unit)] : [];

function fromName(named: Named): readonly OcelRelationship[] {
  if ('unit' in named) return toUnit(named.as, named.unit);
  return 'party' in named ? toParty(named.as, named.party) : toHolder(named.as, named.holder);
}

const isSubmission = (event: TellableEvent): event is RecordedSubmission =>
  event.stream.startsWith('dossier-') && !isDossierEvent(event);

function relationshipsOf(event: TellableEvent): readonly OcelRelationship[] {
  const dossier = event.stream.startsWith('dossier-') ? event.stream.slice('dossier-'.length) : null;
  return [
    ...(dossier === null ? [] : related('dossier', objectIdOf.dossier(dossier))),
    ...toParty('actor', event.actor),
    ...toUnit('acting-unit', event.unit),
    ...(isSubmission(event) ? namedInSubmission(event).flatMap(fromName) : namedBy(event)),
  ];
}

function namedBy(event: Exclude<TellableEvent, RecordedSubmission>): readonly OcelRelationship[] {
  switch (event.type) {
    case 'dossier.registered':
    case 'dossier.reopened':
    case 'dossier.receipt-confirmed':
    case 'dossier.completed':
    case 'dossier.archived':
      return toHolder('holder', event.data.holder);
    case 'dossier.handed-off':
    case 'dossier.submitted':
      return [...toHolder('from', event.data.from), ...toHolder('to', event.data.to)];
    case 'dossier.returned':
      return [
        ...toHolder('from', event.data.from),
        ...toHolder('to', event.data.to),
        ...toUnit('right-unit', event.data.rightUnit),
      ];
    case 'dossier.assigned':
      return [
        ...toParty('responsible', event.data.responsible),
        ...toUnit('lead-unit', event.data.leadUnit),
        ...event.data.coordinators.flatMap((unit) => toUnit('coordinator', unit)),
      ];
    case 'dossier.step-performed':
      return toHolder('performer', event.data.performer);
    case 'dossier.decided':
      return [];
    case 'dossier.corrected':
      return toParty('approver', event.data.approver);
    case 'unit.established':
      return [...toUnit('unit', event.data.unitId), ...toUnit('parent', event.data.parent)];
    case 'unit.dissolved':
      return [
        ...toUnit('unit', event.data.unitId),
        ...event.data.successors.flatMap((unit) => toUnit('successor', unit)),
      ];
    case 'appointment.made':
    case 'appointment.ended':
      return [...toUnit('unit', event.data.unitId), ...related('officer', objectIdOf.officer(event.data.officerId))];
    case 'officer.registered':
      return related('officer', objectIdOf.officer(event.data.officerId));
    case 'account.registered':
      return related('account', objectIdOf.account(event.data.accountId));
    case 'delegation.granted':
      return [
        ...toUnit('unit', event.data.unitId),
        ...related('delegator', objectIdOf.officer(event.data.delegator)),
        ...related('delegate', objectIdOf.officer(event.data.delegate)),
      ];
    case 'delegation.revoked':
      return [];
  }
}
