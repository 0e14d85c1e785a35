import type { Instant, Party } from '#domain/kernel/event.ts';
import type { Page, TimelineEntry } from '#contracts/views.ts';
import type { RecordedStreamEvent } from '../dossier/projection.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import { headAt } from '../organisation/head.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase } from '../view-database.ts';
import type { TimelineRow } from './table.entity.ts';

const oneDayMs = 86_400_000;

const rowColumns = `
  t.dossier_id as "dossierId", t.revision, t.position, t.event_id as "eventId", t.type, t.occurred_at as "occurredAt",
  t.recorded_at as "recordedAt", t.actor_kind as "actorKind", t.actor_id as "actorId", t.unit_id as "unitId",
  t.capacity, t.provenance, t.inferred, t.officer_id as "officerId", t.data`;

type ActRow = TimelineRow & { headId: string | null };
export type Act = TimelineEntry & { readonly dossierId: string };

const entries = async (db: ViewDatabase, rows: readonly ActRow[]): Promise<Act[]> => {
  const mentioned = new Mentioned();
  for (const row of rows) mentioned.party(row.actorKind, row.actorId).party('officer', row.headId).unit(row.unitId);
  const labels = await labelsOf(db, mentioned);
  return rows.map((row) => ({
    dossierId: row.dossierId,
    position: row.position,
    revision: row.revision,
    eventId: row.eventId,
    type: row.type,
    occurredAt: row.occurredAt,
    recordedAt: row.recordedAt,
    recordedLate: Date.parse(row.recordedAt) - Date.parse(row.occurredAt) > oneDayMs,
    actor: labels.party(row.actorKind, row.actorId),
    unit: labels.unitOrNull(row.unitId),
    capacity: row.capacity,
    headAtThatTime: row.headId === null ? null : labels.party('officer', row.headId),
    provenance: row.provenance,
    inferred: row.inferred,
    data: JSON.parse(row.data) as Readonly<Record<string, unknown>>,
  }));
};

/** The life of a dossier in the order recorded, each act with the head of its unit at that moment (R32). */
export const findTimeline = async (
  db: ViewDatabase,
  dossierId: string,
  page: PageRequest = {},
): Promise<Page<TimelineEntry>> => {
  const limit = limitOf(page);
  const [after = '-1'] = keyOf(page, ['integer']) ?? [];
  const found = await db.rows<ActRow>(
    `select ${rowColumns}, head.officer_id as "headId"
       from views.timeline t left join lateral (${headAt('t.unit_id', 't.occurred_at')}) head on true
      where t.dossier_id = $1 and t.revision > $2::integer order by t.revision limit ${limit + 1}`,
    [dossierId, after],
  );
  const { rows, next } = cutPage(found, limit, (row) => [String(row.revision)]);
  return { items: (await entries(db, rows)).map(({ dossierId: _, ...entry }) => entry), next };
};

/** What a person did, in any dossier, newest first. */
export const findActs = async (
  db: ViewDatabase,
  officerId: string,
  filter: PageRequest & { readonly asOf?: Instant | undefined } = {},
): Promise<Page<Act>> => {
  const limit = limitOf(filter);
  const key = keyOf(filter, ['instant', 'integer']);
  const parameters = new Parameters();
  const officer = parameters.add(officerId);
  const asOf = parameters.add(filter.asOf ?? 'infinity');
  const after =
    key === null
      ? ''
      : `and (t.occurred_at, t.position) < (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}::bigint)`;
  const found = await db.rows<ActRow>(
    `select ${rowColumns}, head.officer_id as "headId"
       from views.timeline t left join lateral (${headAt('t.unit_id', 't.occurred_at')}) head on true
      where t.officer_id = ${officer} and t.occurred_at <= ${asOf}::timestamptz ${after}
      order by t.occurred_at desc, t.position desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.occurredAt, row.position]);
  return { items: await entries(db, rows), next };
};

const partyOf = (kind: Party['kind'], id: string | null): Party =>
  kind === 'unknown' || id === null ? { kind: 'unknown' } : { kind, id };

/** All that stands in the dossier's stream, in the order recorded, for folding an earlier state. */
export const eventsOfDossier = async (db: ViewDatabase, dossierId: string): Promise<readonly RecordedStreamEvent[]> => {
  const rows = await db.rows<TimelineRow>(
    `select ${rowColumns} from views.timeline t where t.dossier_id = $1 order by t.revision`,
    [dossierId],
  );
  return rows.map(
    (row) =>
      ({
        id: row.eventId,
        stream: `dossier-${dossierId}`,
        revision: row.revision,
        position: BigInt(row.position),
        type: row.type,
        data: JSON.parse(row.data) as unknown,
        occurredAt: row.occurredAt,
        recordedAt: row.recordedAt,
        actor: partyOf(row.actorKind, row.actorId),
        unit: row.unitId,
        capacity: row.capacity,
        provenance: { kind: row.provenance },
      }) as unknown as RecordedStreamEvent,
  );
};
