import { isDossierEvent, type Basis, type Holder } from '#domain/dossier/events.ts';
import type { Instant, Party } from '#domain/kernel/event.ts';
import { type Change, ImpossibleHistory, type Projection, type Row } from '../apply/projection.ts';
import { type RecordedDossierEvent, dossierOf } from '../dossier/projection.ts';
import { holderKey, idOf } from '../party-key.ts';
import type { CustodyInterval } from './table.entity.ts';

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other);

const textOf = (basis: Basis | null): string | null =>
  basis === null || basis.clause === null ? (basis?.text ?? null) : `${basis.text} (${basis.clause})`;

const partyOf = (interval: CustodyInterval): Party =>
  interval.holderKind === 'unknown' || interval.holderId === null
    ? { kind: 'unknown' }
    : { kind: interval.holderKind, id: interval.holderId };

type Terms = Pick<CustodyInterval, 'reason' | 'basis' | 'dueAt'>;
const noTerms: Terms = { reason: null, basis: null, dueAt: null };

const ended = (latest: CustodyInterval, event: RecordedDossierEvent): CustodyInterval => ({
  ...latest,
  endedAt: later(latest.beganAt, event.occurredAt),
  endedBy: event.type,
  endedPosition: String(event.position),
  endedRevision: event.revision,
});

const lineage = (
  key: string,
  latest: CustodyInterval | undefined,
): Pick<CustodyInterval, 'previousHolder' | 'moved' | 'bounced'> => {
  if (latest === undefined) return { previousHolder: null, moved: false, bounced: false };
  const latestKey = holderKey(partyOf(latest), latest.unitId);
  return latestKey === key
    ? { previousHolder: latest.previousHolder, moved: false, bounced: false }
    : { previousHolder: latestKey, moved: true, bounced: latest.previousHolder === key };
};

const began = (
  event: RecordedDossierEvent,
  { holder, terms, latest }: { holder: Holder; terms: Terms; latest: CustodyInterval | undefined },
): CustodyInterval => ({
  dossierId: latest?.dossierId ?? dossierOf(event),
  sequence: latest === undefined ? 0 : latest.sequence + 1,
  term: (latest?.term ?? 0) + (event.type === 'dossier.reopened' ? 1 : 0),
  holderKind: holder.party.kind,
  holderId: idOf(holder.party),
  unitId: holder.unit,
  beganAt: latest?.endedAt == null ? event.occurredAt : later(latest.endedAt, event.occurredAt),
  endedAt: null,
  beganBy: event.type,
  endedBy: null,
  beganPosition: String(event.position),
  endedPosition: null,
  beganRevision: event.revision,
  endedRevision: null,
  ...terms,
  receiptConfirmedAt: null,
  provenance: event.provenance.kind,
  inferred: event.provenance.kind === 'import' && event.provenance.inferred,
  ...lineage(holderKey(holder.party, holder.unit), latest),
});

const passed = (
  event: RecordedDossierEvent,
  latest: CustodyInterval,
  to: { holder: Holder; terms: Terms },
): CustodyInterval[] => {
  const closed = latest.endedAt === null ? ended(latest, event) : latest;
  return closed === latest ? [began(event, { ...to, latest })] : [closed, began(event, { ...to, latest: closed })];
};

/** The intervals that this event opens, changes or closes, the latest last. */
const intervalsAfter = (
  event: RecordedDossierEvent,
  found: CustodyInterval | undefined,
): readonly CustodyInterval[] => {
  if (event.type === 'dossier.registered') {
    return [began(event, { holder: event.data.holder, terms: noTerms, latest: undefined })];
  }
  if (found === undefined) throw new ImpossibleHistory(`${event.type} in ${event.stream}, which nobody ever held`);
  switch (event.type) {
    case 'dossier.handed-off': {
      const { to, reason, basis, dueAt } = event.data;
      return passed(event, found, { holder: to, terms: { reason, basis: textOf(basis), dueAt } });
    }
    case 'dossier.returned': {
      const { to, reason, basis } = event.data;
      return passed(event, found, { holder: to, terms: { reason, basis: textOf(basis), dueAt: null } });
    }
    case 'dossier.submitted': {
      const { to, proposal, basis } = event.data;
      return passed(event, found, { holder: to, terms: { reason: proposal, basis: textOf(basis), dueAt: null } });
    }
    case 'dossier.reopened': {
      const { holder, reason, basis } = event.data;
      return passed(event, found, { holder, terms: { reason, basis: textOf(basis), dueAt: null } });
    }
    case 'dossier.receipt-confirmed':
      return [{ ...found, receiptConfirmedAt: event.occurredAt }];
    case 'dossier.assigned':
      return event.data.dueAt === null ? [] : [{ ...found, dueAt: event.data.dueAt }];
    case 'dossier.completed':
    case 'dossier.archived':
      return found.endedAt === null ? [ended(found, event)] : [];
    default:
      return [];
  }
};

/** Only these need the interval before them: steps, decisions and corrections leave custody alone. */
const moving: ReadonlySet<string> = new Set([
  'dossier.handed-off',
  'dossier.returned',
  'dossier.submitted',
  'dossier.reopened',
  'dossier.receipt-confirmed',
  'dossier.assigned',
  'dossier.completed',
  'dossier.archived',
]);

export const custodyProjection: Projection = {
  name: 'custody',
  tables: ['custody'],
  reads: (event) =>
    isDossierEvent(event) && moving.has(event.type) ? { table: 'custody', group: dossierOf(event) } : null,
  project: (event, found: Row | undefined): readonly Change[] =>
    isDossierEvent(event) && (event.type === 'dossier.registered' || moving.has(event.type))
      ? intervalsAfter(event, found as CustodyInterval | undefined).map((row) => ({ table: 'custody', row }))
      : [],
};
