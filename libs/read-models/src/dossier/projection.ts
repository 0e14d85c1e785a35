import { isDossierStreamEvent, type DossierStreamEvent, type RecordedEvent } from '#domain/events.ts';
import {
  isDossierEvent,
  type DossierAssigned,
  type DossierEvent,
  type DossierRegistered,
  type Holder,
} from '#domain/dossier/events.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { type Change, ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import { idOf, partyKey } from '../party-key.ts';
import { foldText } from '../text/fold.ts';
import type { DossierRow, DossierWords } from './table.entity.ts';

export type RecordedDossierEvent = Extract<RecordedEvent, DossierEvent>;
/** All that stands in the stream of a dossier: its custody, and what is done about it on the way to a decision. */
export type RecordedStreamEvent = Extract<RecordedEvent, DossierStreamEvent>;

const categoryLength = 'dossier-'.length;

let lastStream = '';
let lastDossier = '';

/** The dossier whose stream this is. Streams come in stretches: the same text is handed out while one lasts. */
export const dossierOf = ({ stream }: RecordedStreamEvent): string => {
  if (stream !== lastStream) {
    lastStream = stream;
    lastDossier = stream.slice(categoryLength);
  }
  return lastDossier;
};

type Draft = { -readonly [Property in keyof DossierRow]: DossierRow[Property] };

/** Custody moves forward: an act claimed to be earlier than the last move counts from that move. */
const hold = (draft: Draft, { party, unit }: Holder, at: Instant): void => {
  draft.holderKind = party.kind;
  draft.holderId = idOf(party);
  draft.holderUnit = unit;
  draft.heldSince = draft.heldSince !== null && draft.heldSince > at ? draft.heldSince : at;
};

const release = (draft: Draft): void => {
  draft.holderKind = null;
  draft.holderId = null;
  draft.holderUnit = null;
  draft.heldSince = null;
};

/** Every property written out: rows of one shape are what makes the fold fast. */
const registered = ({ data, occurredAt, provenance, revision }: DossierRegistered & RecordedEvent): DossierRow => ({
  dossierId: data.dossierId,
  issuer: data.issuer,
  number: data.number,
  symbol: data.symbol,
  subject: data.subject,
  secretReference: data.secretReference,
  secrecy: data.secrecy,
  urgency: data.urgency,
  dossierType: data.dossierType,
  receivedAt: data.receivedAt,
  deadline: data.deadline,
  pastDeadlines: [],
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
  provenance: provenance.kind,
  revision,
});

const assign = (draft: Draft, { leadUnit, coordinators, responsible, step, dueAt }: DossierAssigned['data']): void => {
  draft.leadUnit = leadUnit;
  draft.coordinators = coordinators;
  draft.responsibleKind = responsible.kind;
  draft.responsibleId = idOf(responsible);
  draft.step = step;
  draft.dueAt = dueAt;
};

const perform = (draft: Draft, performer: Holder): void => {
  const key = partyKey(performer.party);
  draft.steps += 1;
  if (!draft.performers.includes(key)) draft.performers = [...draft.performers, key];
};

const change = (draft: Draft, event: Exclude<RecordedDossierEvent, { type: 'dossier.registered' }>): void => {
  switch (event.type) {
    case 'dossier.assigned':
      return assign(draft, event.data);
    case 'dossier.handed-off':
      draft.dueAt = event.data.dueAt;
      draft.handoffs += 1;
      return hold(draft, event.data.to, event.occurredAt);
    case 'dossier.returned':
      draft.dueAt = null;
      draft.returns += 1;
      return hold(draft, event.data.to, event.occurredAt);
    case 'dossier.submitted':
      draft.dueAt = null;
      return hold(draft, event.data.to, event.occurredAt);
    case 'dossier.step-performed':
      return perform(draft, event.data.performer);
    case 'dossier.completed':
      draft.status = 'completed';
      draft.completedAt = event.occurredAt;
      draft.outcome = event.data.outcome;
      draft.completions += 1;
      return release(draft);
    case 'dossier.corrected':
      Object.assign(draft, event.data.changes);
      return undefined;
    case 'dossier.reopened':
      draft.status = 'open';
      draft.completedAt = null;
      draft.outcome = null;
      draft.pastDeadlines = [...draft.pastDeadlines, draft.deadline ?? 'infinity'];
      draft.deadline = event.data.deadline;
      return hold(draft, event.data.holder, event.occurredAt);
    case 'dossier.archived':
      draft.status = 'archived';
      return release(draft);
    case 'dossier.receipt-confirmed':
    case 'dossier.decided':
      return undefined;
  }
};

/**
 * The dossier after the event; the fold that both the live row and an earlier state are made with. What is no
 * matter of custody moves the revision alone, which `If-Match` is compared with.
 */
export const evolveDossier = (row: DossierRow | undefined, event: RecordedStreamEvent): DossierRow => {
  if (event.type === 'dossier.registered') return registered(event);
  if (row === undefined) throw new ImpossibleHistory(`${event.type} in ${event.stream}, which was never registered`);
  const draft: Draft = { ...row, revision: event.revision };
  if (isDossierEvent(event)) change(draft, event);
  return draft;
};

const wordsOf = (row: DossierRow): DossierWords => ({
  dossierId: row.dossierId,
  words: foldText(
    [row.dossierId, row.issuer, row.number, row.symbol, row.subject, row.secretReference].filter(Boolean).join(' '),
  ),
});

export const dossierProjection: Projection = {
  name: 'dossier',
  tables: ['dossier', 'dossier_words'],
  reads: (event) =>
    isDossierStreamEvent(event) && event.type !== 'dossier.registered'
      ? { table: 'dossier', group: dossierOf(event) }
      : null,
  project: (event: RecordedEvent, found: Row | undefined): readonly Change[] => {
    if (!isDossierStreamEvent(event)) return [];
    const row = evolveDossier(found as DossierRow | undefined, event);
    const put = { table: 'dossier', row };
    return event.type === 'dossier.registered' || event.type === 'dossier.corrected'
      ? [put, { table: 'dossier_words', row: wordsOf(row), replaces: event.type === 'dossier.corrected' }]
      : [put];
  },
};
