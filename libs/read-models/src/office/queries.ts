import type { Page } from '#contracts/views.ts';
import type { OfficeRecordKind, OfficeRecordView } from '#contracts/office-views.ts';
import type { OfficeRecord } from '#domain/office/evolve.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { idOf } from '../party-key.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import type { OfficeRecordRow } from './table.entity.ts';

export type OfficeFilter = PageRequest & {
  readonly kind: OfficeRecordKind;
  readonly unit?: string | undefined;
  readonly officer?: string | undefined;
  /** It waits for an answer or a decision. */
  readonly open?: boolean | undefined;
};

const columns = `
  o.record_id as "recordId", o.kind, o.unit_id as "unitId", o.officer_id as "officerId", o.began_at as "beganAt",
  o.open, o.state, o.revision`;

const view = (row: OfficeRecordRow, labels: Labels): OfficeRecordView => {
  const { kind: _kind, ...details } = JSON.parse(row.state) as OfficeRecord;
  const { by, byUnit } = details.first;
  return {
    id: row.recordId,
    kind: row.kind,
    unit: labels.unitOrNull(row.unitId),
    officer: labels.partyOrNull(row.officerId === null ? null : 'officer', row.officerId),
    by: labels.party(by.kind, idOf(by)),
    byUnit: labels.unitOrNull(byUnit),
    at: row.beganAt,
    open: row.open,
    details,
    revision: row.revision,
  };
};

const labelsFor = (db: ViewDatabase, rows: readonly OfficeRecordRow[]): Promise<Labels> => {
  const mentioned = new Mentioned();
  for (const row of rows) {
    const { by, byUnit } = (JSON.parse(row.state) as OfficeRecord).first;
    mentioned.unit(row.unitId).unit(byUnit).party('officer', row.officerId).party(by.kind, idOf(by));
  }
  return labelsOf(db, mentioned);
};

/** Records of one kind, newest first. Throws InvalidCursor, InvalidLimit. */
export const findOfficeRecords = async (db: ViewDatabase, filter: OfficeFilter): Promise<Page<OfficeRecordView>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const key = keyOf(filter, ['instant', 'text']);
  const where = allOf([
    `o.kind = ${parameters.add(filter.kind)}`,
    filter.unit === undefined ? null : `o.unit_id = ${parameters.add(filter.unit)}`,
    filter.officer === undefined ? null : `o.officer_id = ${parameters.add(filter.officer)}`,
    filter.open === undefined ? null : `o.open = ${parameters.add(filter.open)}`,
    key === null
      ? null
      : `(o.began_at, o.record_id) < (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])})`,
  ]);
  const found = await db.rows<OfficeRecordRow>(
    `select ${columns} from views.office_record o where ${where}
      order by o.began_at desc, o.record_id desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.beganAt, row.recordId]);
  const labels = await labelsFor(db, rows);
  return { items: rows.map((row) => view(row, labels)), next };
};

/** One record; null when there is none. */
export const findOfficeRecord = async (db: ViewDatabase, id: string): Promise<OfficeRecordView | null> => {
  const rows = await db.rows<OfficeRecordRow>(`select ${columns} from views.office_record o where o.record_id = $1`, [
    id,
  ]);
  const [row] = rows;
  return row === undefined ? null : view(row, await labelsFor(db, rows));
};
