import type { DutyPage, DutyView } from '#contracts/candidate-views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { findOfficer } from '../organisation/queries.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase } from '../view-database.ts';
import type { CaseEventRow } from './table.entity.ts';

const oneDayMs = 86_400_000;

type DutyRow = Pick<
  CaseEventRow,
  | 'stream'
  | 'revision'
  | 'position'
  | 'type'
  | 'occurredAt'
  | 'recordedAt'
  | 'actorKind'
  | 'actorId'
  | 'unitId'
  | 'capacity'
  | 'dossierId'
  | 'data'
>;

const view = (row: DutyRow, officerId: string, labels: Labels): DutyView => ({
  position: row.position,
  subject: row.stream,
  revision: row.revision,
  type: row.type,
  part: row.actorKind === 'officer' && row.actorId === officerId ? 'acted' : 'named',
  occurredAt: row.occurredAt,
  recordedAt: row.recordedAt,
  recordedLate: Date.parse(row.recordedAt) - Date.parse(row.occurredAt) > oneDayMs,
  unit: labels.unitOrNull(row.unitId),
  capacity: row.capacity,
  dossierId: row.dossierId,
  data: JSON.parse(row.data) as Readonly<Record<string, unknown>>,
});

/**
 * What a person did, promised, claimed or was given besides holding dossiers: opinions drafted and signed,
 * tasks, commitments, reasons, obstacles; newest first. Null when the ledger knows no such officer.
 * Throws InvalidCursor, InvalidLimit.
 */
export const findDuties = async (
  db: ViewDatabase,
  officerId: string,
  filter: PageRequest & { readonly asOf?: Instant | undefined } = {},
): Promise<DutyPage | null> => {
  const limit = limitOf(filter);
  const key = keyOf(filter, ['instant', 'integer']);
  const officer = await findOfficer(db, officerId, { asOf: filter.asOf });
  if (officer === null) return null;
  const parameters = new Parameters();
  const [id, asOf] = [parameters.add(officerId), parameters.add(filter.asOf ?? 'infinity')];
  const after =
    key === null
      ? ''
      : `and (occurred_at, position) < (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}::bigint)`;
  const found = await db.rows<DutyRow>(
    `select stream, revision, position, type, occurred_at as "occurredAt", recorded_at as "recordedAt",
            actor_kind as "actorKind", actor_id as "actorId", unit_id as "unitId", capacity,
            dossier_id as "dossierId", data
       from views.case_event
      where officers && array[${id}]::text[] and occurred_at <= ${asOf}::timestamptz ${after}
      order by occurred_at desc, position desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.occurredAt, row.position]);
  const mentioned = new Mentioned();
  for (const row of rows) mentioned.unit(row.unitId);
  const labels = await labelsOf(db, mentioned);
  return { officer, items: rows.map((row) => view(row, officerId, labels)), next };
};
