import type { Instant } from '#domain/kernel/event.ts';
import type { DossierDetail, DossierStatus, DossierSummary, Page } from '#contracts/views.ts';
import { custodyOfDossier, intervalView, mentionInterval, momentOf } from '../custody/queries.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { prefixQuery } from '../text/fold.ts';
import { eventsOfDossier } from '../timeline/queries.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import { dossierAsOf } from './as-of.ts';
import type { DossierRow } from './table.entity.ts';

export type DossierFilter = PageRequest & {
  /** Words of subject, number, symbol, issuer, reference or id; accents and tone placement do not matter. */
  readonly q?: string | undefined;
  readonly status?: DossierStatus | undefined;
  /** Held by this unit now. */
  readonly unit?: string | undefined;
  /** Open past its deadline. */
  readonly overdue?: boolean | undefined;
};

const rowColumns = `
  d.dossier_id as "dossierId", d.issuer, d.number, d.symbol, d.subject, d.secret_reference as "secretReference",
  d.secrecy, d.urgency, d.dossier_type as "dossierType", d.received_at as "receivedAt", d.deadline, d.status,
  d.completed_at as "completedAt", d.outcome, d.holder_kind as "holderKind", d.holder_id as "holderId",
  d.holder_unit as "holderUnit", d.held_since as "heldSince", d.responsible_kind as "responsibleKind",
  d.responsible_id as "responsibleId", d.lead_unit as "leadUnit", d.coordinators, d.step, d.due_at as "dueAt",
  d.handoffs, d.returns, d.revision`;

const mention = (mentioned: Mentioned, row: DossierRow): void => {
  mentioned.party(row.holderKind, row.holderId).party(row.responsibleKind, row.responsibleId);
  mentioned.unit(row.holderUnit).unit(row.leadUnit);
  for (const unit of row.coordinators) mentioned.unit(unit);
};

const lateAt = ({ deadline, status, completedAt }: DossierRow, moment: Instant): boolean => {
  if (deadline === null) return false;
  return status === 'open' ? deadline < moment : completedAt !== null && completedAt > deadline;
};

const summary = (row: DossierRow, labels: Labels, moment: Instant): DossierSummary => ({
  id: row.dossierId,
  issuer: row.issuer,
  number: row.number,
  symbol: row.symbol,
  subject: row.subject,
  secretReference: row.secretReference,
  secrecy: row.secrecy,
  urgency: row.urgency,
  dossierType: row.dossierType,
  receivedAt: row.receivedAt,
  deadline: row.deadline,
  status: row.status,
  completedAt: row.completedAt,
  outcome: row.outcome,
  late: lateAt(row, moment),
  holder: labels.partyOrNull(row.holderKind, row.holderId),
  holderUnit: labels.unitOrNull(row.holderUnit),
  heldSince: row.heldSince,
  responsible: labels.partyOrNull(row.responsibleKind, row.responsibleId),
  leadUnit: labels.unitOrNull(row.leadUnit),
  revision: row.revision,
});

const overdueAt = (moment: string, wanted: boolean): string =>
  `coalesce(d.status = 'open' and d.deadline < ${moment}::timestamptz, false) = ${String(wanted)}`;

const matchesWords = (q: string | undefined, parameters: Parameters): string | null => {
  const query = q === undefined ? null : prefixQuery(q);
  return query === null
    ? null
    : `d.dossier_id in (select w.dossier_id from views.dossier_words w where w.words @@ ${parameters.add(query)}::tsquery)`;
};

const conditions = (filter: DossierFilter, moment: Instant, parameters: Parameters): string => {
  const key = keyOf(filter, ['instant', 'text']);
  return allOf([
    matchesWords(filter.q, parameters),
    filter.status === undefined ? null : `d.status = ${parameters.add(filter.status)}`,
    filter.unit === undefined ? null : `d.holder_unit = ${parameters.add(filter.unit)}`,
    filter.overdue === undefined ? null : overdueAt(parameters.add(moment), filter.overdue),
    key === null
      ? null
      : `(d.received_at, d.dossier_id) < (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])})`,
  ]);
};

/** Dossiers, newest received first. Throws InvalidCursor, InvalidLimit. */
export const findDossiers = async (db: ViewDatabase, filter: DossierFilter): Promise<Page<DossierSummary>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const moment = db.now();
  const where = conditions(filter, moment, parameters);
  const found = await db.rows<DossierRow>(
    `select ${rowColumns} from views.dossier d where ${where}
      order by d.received_at desc, d.dossier_id desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.receivedAt, row.dossierId]);
  const mentioned = new Mentioned();
  for (const row of rows) mention(mentioned, row);
  const labels = await labelsOf(db, mentioned);
  return { items: rows.map((row) => summary(row, labels, moment)), next };
};

const current = async (db: ViewDatabase, id: string): Promise<DossierRow | null> => {
  const rows = await db.rows<DossierRow>(`select ${rowColumns} from views.dossier d where d.dossier_id = $1`, [id]);
  return rows[0] ?? null;
};

const earlier = async (db: ViewDatabase, id: string, asOf: Instant): Promise<DossierRow | null> =>
  dossierAsOf(await eventsOfDossier(db, id), asOf) ?? null;

/** One dossier with its custody, now or as it stood at `asOf`; null when there is (or was) none. */
export const findDossier = async (
  db: ViewDatabase,
  id: string,
  { asOf }: { readonly asOf?: Instant | undefined } = {},
): Promise<DossierDetail | null> => {
  const moment = momentOf(db, asOf);
  const row = asOf === undefined ? await current(db, id) : await earlier(db, id, asOf);
  if (row === null) return null;
  const intervals = await custodyOfDossier(db, id, moment);
  const mentioned = new Mentioned();
  mention(mentioned, row);
  for (const interval of intervals) mentionInterval(mentioned, interval);
  const labels = await labelsOf(db, mentioned);
  return {
    ...summary(row, labels, moment.until),
    coordinators: row.coordinators.map((unit) => labels.unit(unit)),
    step: row.step,
    dueAt: row.dueAt,
    handoffs: row.handoffs,
    returns: row.returns,
    custody: intervals.map((interval) => intervalView(interval, labels)),
  };
};
