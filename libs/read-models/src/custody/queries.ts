import type { Instant } from '#domain/kernel/event.ts';
import type { CustodyInterval as CustodyView, CustodyRow, Page } from '#contracts/views.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { officeCalendar, workingMs } from '../office-time/working-ms.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import type { CustodyInterval } from './table.entity.ts';

/** An interval as answered: cut off at `asOf`, with its working time until then. */
export type HeldRow = CustodyInterval & { workingMs: number };

/**
 * The moment an answer speaks of. Without a date everything recorded counts, even an act claimed to lie
 * ahead of the clock (`cut` is infinite); open intervals are measured until the clock's now.
 */
export type Moment = {
  /** `infinity` in PostgreSQL's words. */
  readonly cut: string;
  readonly until: Instant;
};
export const momentOf = (db: ViewDatabase, asOf: Instant | undefined): Moment =>
  asOf === undefined ? { cut: 'infinity', until: db.now() } : { cut: asOf, until: asOf };

/**
 * Columns of an interval as known at the placeholder `cut`: what ended later is still open. The statement
 * MUST join `officeCalendar`.
 */
export const intervalColumns = (cut: string, until: string): string => `
  c.dossier_id as "dossierId", c.sequence, c.holder_kind as "holderKind", c.holder_id as "holderId",
  c.unit_id as "unitId", c.began_at as "beganAt", c.began_by as "beganBy", c.began_position as "beganPosition",
  c.began_revision as "beganRevision", c.reason, c.basis, c.due_at as "dueAt", c.provenance, c.inferred,
  case when c.ended_at <= ${cut}::timestamptz then c.ended_at end as "endedAt",
  case when c.ended_at <= ${cut}::timestamptz then c.ended_by end as "endedBy",
  case when c.ended_at <= ${cut}::timestamptz then c.ended_position end as "endedPosition",
  case when c.ended_at <= ${cut}::timestamptz then c.ended_revision end as "endedRevision",
  case when c.receipt_confirmed_at <= ${cut}::timestamptz then c.receipt_confirmed_at end as "receiptConfirmedAt",
  ${workingMs('c.began_at', `case when c.ended_at <= ${cut}::timestamptz then c.ended_at else ${until}::timestamptz end`)}
    as "workingMs"`;

export const mentionInterval = (mentioned: Mentioned, row: CustodyInterval): void => {
  mentioned.party(row.holderKind, row.holderId).unit(row.unitId);
};

export const intervalView = (row: HeldRow, labels: Labels): CustodyView => ({
  dossierId: row.dossierId,
  sequence: row.sequence,
  holder: labels.party(row.holderKind, row.holderId),
  unit: labels.unitOrNull(row.unitId),
  beganAt: row.beganAt,
  endedAt: row.endedAt,
  beganBy: row.beganBy,
  endedBy: row.endedBy,
  beganPosition: row.beganPosition,
  endedPosition: row.endedPosition,
  reason: row.reason,
  basis: row.basis,
  receiptConfirmedAt: row.receiptConfirmedAt,
  workingMs: row.workingMs,
  dueAt: row.dueAt,
  provenance: row.provenance,
  inferred: row.inferred,
});

export type CustodyFilter = PageRequest & {
  readonly unit?: string | undefined;
  readonly officer?: string | undefined;
  readonly overdue?: boolean | undefined;
  /** Who held what at this moment; default now. */
  readonly asOf?: Instant | undefined;
};

export type DossierColumns = Pick<CustodyRow, 'subject' | 'secretReference' | 'number' | 'symbol' | 'deadline'>;

/** SQL for the deadline that the interval `c` of the dossier `d` ran under; a reopening sets a new one for what follows. */
export const deadlineThen = `case when c.term < cardinality(d.past_deadlines)
  then nullif(d.past_deadlines[c.term + 1]::timestamptz, 'infinity') else d.deadline end`;
export const dossierColumns = `d.subject, d.secret_reference as "secretReference", d.number, d.symbol,
  ${deadlineThen} as deadline`;

const conditions = (filter: CustodyFilter, until: string, parameters: Parameters): string => {
  const key = keyOf(filter, ['instant', 'text', 'integer']);
  return allOf([
    // Without a date the partial indexes over open intervals answer; with one, the whole history does.
    filter.asOf === undefined
      ? 'c.ended_at is null'
      : `c.began_at <= ${until}::timestamptz and (c.ended_at is null or c.ended_at > ${until}::timestamptz)`,
    filter.unit === undefined ? null : `c.unit_id = ${parameters.add(filter.unit)}`,
    filter.officer === undefined
      ? null
      : `c.holder_id = ${parameters.add(filter.officer)} and c.holder_kind = 'officer'`,
    filter.overdue === undefined
      ? null
      : `coalesce((${deadlineThen}) < ${until}::timestamptz, false) = ${parameters.add(filter.overdue)}`,
    key === null
      ? null
      : `(c.began_at, c.dossier_id, c.sequence) <
         (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}, ${parameters.add(key[2])}::integer)`,
  ]);
};

/** Who holds what, since when; newest first. Throws InvalidCursor, InvalidLimit. */
export const findCustody = async (db: ViewDatabase, filter: CustodyFilter): Promise<Page<CustodyRow>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const moment = momentOf(db, filter.asOf);
  const [cut, until] = [parameters.add(moment.cut), parameters.add(moment.until)];
  const where = conditions(filter, until, parameters);
  const found = await db.rows<HeldRow & DossierColumns>(
    `select ${intervalColumns(cut, until)}, ${dossierColumns}
       from views.custody c join views.dossier d using (dossier_id) cross join ${officeCalendar}
      where ${where}
      order by c.began_at desc, c.dossier_id desc, c.sequence desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.beganAt, row.dossierId, String(row.sequence)]);
  const mentioned = new Mentioned();
  for (const row of rows) mentionInterval(mentioned, row);
  const labels = await labelsOf(db, mentioned);
  const items = rows.map((row) => {
    const { subject, secretReference, number, symbol, deadline } = row;
    const overdue = deadline !== null && deadline < moment.until;
    return { ...intervalView(row, labels), subject, secretReference, number, symbol, deadline, overdue };
  });
  return { items, next };
};

/** Every interval of a dossier in the order recorded, as known then. */
export const custodyOfDossier = (db: ViewDatabase, dossierId: string, { cut, until }: Moment): Promise<HeldRow[]> =>
  db.rows<HeldRow>(
    `select ${intervalColumns('$2', '$3')} from views.custody c cross join ${officeCalendar}
      where c.dossier_id = $1 and c.began_at <= $2::timestamptz order by c.sequence`,
    [dossierId, cut, until],
  );
