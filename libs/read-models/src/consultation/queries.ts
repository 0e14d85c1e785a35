import type { ConsultationSummary, OpinionStatus } from '#contracts/consultation-views.ts';
import type { Page } from '#contracts/views.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import { addresseeSummary } from './addressee-view.ts';
import { columns, stateIn, summaryOf, type StoredConsultation } from './stored.ts';

export type ConsultationFilter = PageRequest & {
  /** Only requests that this body has not answered. */
  readonly waitingOn?: string | undefined;
  readonly requester?: string | undefined;
  readonly dossier?: string | undefined;
  /** Only requests with a body in this state. */
  readonly status?: OpinionStatus | undefined;
  /** Only requests with (or without) a body that owes an answer past its day. */
  readonly overdue?: boolean | undefined;
};

const conditions = (filter: ConsultationFilter, now: Instant, parameters: Parameters): string => {
  const key = keyOf(filter, ['instant', 'text']);
  const some = (condition: string): string =>
    `exists (select from views.consultation_addressee a where a.consultation_id = c.consultation_id and ${condition})`;
  const owes = (): string =>
    `a.status in ('waiting', 'silent') and a.binding_due_at < ${parameters.add(now)}::timestamptz`;
  return allOf([
    filter.waitingOn === undefined
      ? null
      : some(`a.unit_id = ${parameters.add(filter.waitingOn)} and a.status in ('waiting', 'silent')`),
    filter.requester === undefined ? null : `c.requester = ${parameters.add(filter.requester)}`,
    filter.dossier === undefined ? null : `c.dossier_id = ${parameters.add(filter.dossier)}`,
    filter.status === undefined ? null : some(`a.status = ${parameters.add(filter.status)}`),
    filter.overdue === undefined ? null : `${some(owes())} = ${String(filter.overdue)}`,
    key === null
      ? null
      : `(c.requested_at, c.consultation_id) < (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])})`,
  ]);
};

/** Requests for opinions, newest first. Throws InvalidCursor, InvalidLimit. */
export const findConsultations = async (
  db: ViewDatabase,
  filter: ConsultationFilter = {},
): Promise<Page<ConsultationSummary>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const now = db.now();
  const where = conditions(filter, now, parameters);
  const found = await db.rows<StoredConsultation>(
    `select ${columns} from views.consultation c where ${where}
      order by c.requested_at desc, c.consultation_id desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [stateIn(row).at, row.consultationId]);
  const shown = rows.map((row) => ({ row, state: stateIn(row) }));
  const mentioned = new Mentioned();
  for (const { state } of shown) {
    mentioned.unit(state.requester);
    for (const { unit } of state.addressees) mentioned.unit(unit);
  }
  const labels = await labelsOf(db, mentioned);
  const items = shown.map(({ row, state }) => ({
    ...summaryOf(row, state, labels),
    addressees: state.addressees.map((addressee) => addresseeSummary(state, addressee, { labels, now })),
  }));
  return { items, next };
};
