import type { RecordedEvent } from '#domain/events.ts';
import type { DossierEvent, DossierRegistered, Holder } from '#domain/dossier/events.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { type Change, ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import { idOf, partyKey } from '../party-key.ts';
import { foldText } from '../text/fold.ts';
import type { DossierRow, DossierWords } from './table.entity.ts';

export type RecordedDossierEvent = Extract<RecordedEvent, DossierEvent>;

const categoryLength = 'dossier-'.length;

/** The dossier an event belongs to; null for events of the organisation. */
export const dossierOf = (event: RecordedEvent): string | null =>
  event.type.startsWith('dossier.') ? event.stream.slice(categoryLength) : null;

/** Custody moves forward: an act claimed to be earlier than the last move counts from that move. */
const held = ({ party, unit }: Holder, at: Instant, row?: DossierRow): Partial<DossierRow> => ({
  holderKind: party.kind,
  holderId: idOf(party),
  holderUnit: unit,
  heldSince: row?.heldSince != null && row.heldSince > at ? row.heldSince : at,
});
const heldByNobody = { holderKind: null, holderId: null, holderUnit: null, heldSince: null } as const;

const registered = ({ data, occurredAt, revision }: DossierRegistered & RecordedEvent): DossierRow => ({
  ...data,
  status: 'open',
  completedAt: null,
  outcome: null,
  holderKind: data.holder.party.kind,
  holderId: idOf(data.holder.party),
  holderUnit: data.holder.unit,
  heldSince: occurredAt,
  responsibleKind: null,
  responsibleId: null,
  leadUnit: null,
  coordinators: [],
  step: null,
  dueAt: null,
  handoffs: 0,
  returns: 0,
  steps: 0,
  performers: [],
  completions: 0,
  revision,
});

const withPerformer = (performers: readonly string[], key: string): readonly string[] =>
  performers.includes(key) ? performers : [...performers, key];

const changesOf = (
  event: Exclude<RecordedDossierEvent, { type: 'dossier.registered' }>,
  row: DossierRow,
): Partial<DossierRow> => {
  switch (event.type) {
    case 'dossier.assigned':
      return {
        leadUnit: event.data.leadUnit,
        coordinators: event.data.coordinators,
        responsibleKind: event.data.responsible.kind,
        responsibleId: idOf(event.data.responsible),
        step: event.data.step,
        dueAt: event.data.dueAt,
      };
    case 'dossier.handed-off':
      return { ...held(event.data.to, event.occurredAt, row), dueAt: event.data.dueAt, handoffs: row.handoffs + 1 };
    case 'dossier.returned':
      return { ...held(event.data.to, event.occurredAt, row), dueAt: null, returns: row.returns + 1 };
    case 'dossier.submitted':
      return { ...held(event.data.to, event.occurredAt, row), dueAt: null };
    case 'dossier.step-performed':
      return {
        steps: row.steps + 1,
        performers: withPerformer(row.performers, partyKey(event.data.performer.party)),
      };
    case 'dossier.completed':
      return {
        ...heldByNobody,
        status: 'completed',
        completedAt: event.occurredAt,
        outcome: event.data.outcome,
        completions: row.completions + 1,
      };
    case 'dossier.corrected':
      return event.data.changes;
    case 'dossier.reopened':
      return {
        ...held(event.data.holder, event.occurredAt, row),
        status: 'open',
        completedAt: null,
        outcome: null,
        deadline: event.data.deadline,
      };
    case 'dossier.archived':
      return { ...heldByNobody, status: 'archived' };
    case 'dossier.receipt-confirmed':
    case 'dossier.decided':
      return {};
  }
};

/** The dossier after the event; the fold that both the live row and an earlier state are made with. */
export const evolveDossier = (row: DossierRow | undefined, event: RecordedDossierEvent): DossierRow => {
  if (event.type === 'dossier.registered') return registered(event);
  if (row === undefined) throw new ImpossibleHistory(`${event.type} in ${event.stream}, which was never registered`);
  return { ...row, ...changesOf(event, row), revision: event.revision };
};

const wordsOf = (row: DossierRow): DossierWords => ({
  dossierId: row.dossierId,
  words: foldText(
    [row.dossierId, row.issuer, row.number, row.symbol, row.subject, row.secretReference].filter(Boolean).join(' '),
  ),
});

const isDossierEvent = (event: RecordedEvent): event is RecordedDossierEvent => dossierOf(event) !== null;

export const dossierProjection: Projection = {
  name: 'dossier',
  tables: ['dossier', 'dossier_words'],
  reads: (event) =>
    isDossierEvent(event) && event.type !== 'dossier.registered'
      ? { table: 'dossier', group: event.stream.slice(categoryLength) }
      : null,
  project: (event: RecordedEvent, found: Row | undefined): readonly Change[] => {
    if (!isDossierEvent(event)) return [];
    const row = evolveDossier(found as DossierRow | undefined, event);
    const change = { table: 'dossier', row };
    return event.type === 'dossier.registered' || event.type === 'dossier.corrected'
      ? [change, { table: 'dossier_words', row: wordsOf(row), replaces: event.type === 'dossier.corrected' }]
      : [change];
  },
};
