import type { DeemedConsent } from '#contracts/consultation-views.ts';
import type { Page } from '#contracts/views.ts';
import { addresseeOf } from '#domain/consultation/state.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import { deemedView, mentionAddressee, voidView } from './addressee-view.ts';
import { Heads } from './heads.ts';
import type { LogEntry } from './projection.ts';
import { columns, logIn, stateIn, type StoredConsultation } from './stored.ts';
import { opinionOutcome } from './wording.ts';

export type DeemedFilter = PageRequest & {
  /** Only consents deemed of this body. */
  readonly unit?: string | undefined;
  readonly requester?: string | undefined;
};

const restsOn: ReadonlySet<string> = new Set([
  'consultation.requested',
  'consultation.delivered',
  'consultation.extended',
  'consultation.rescheduled',
  'consultation.readdressed',
  'consultation.deadline-passed',
  'consultation.consent-deemed',
  'consultation.late-answer-received',
  'consultation.deemed-consent-voided',
]);

const evidenceFor = (log: readonly LogEntry[], unit: string): string[] =>
  log
    .filter(({ type, units }) => restsOn.has(type) && (units.length === 0 || units.includes(unit)))
    .map(({ position }) => position);

/** Consents deemed, newest first, voided ones among them and shown as such. Throws InvalidCursor, InvalidLimit. */
export const findDeemedConsents = async (db: ViewDatabase, filter: DeemedFilter = {}): Promise<Page<DeemedConsent>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const key = keyOf(filter, ['instant', 'text', 'text']);
  const where = allOf([
    'a.deemed_due_at is not null',
    filter.unit === undefined ? null : `a.unit_id = ${parameters.add(filter.unit)}`,
    filter.requester === undefined ? null : `a.requester = ${parameters.add(filter.requester)}`,
    key === null
      ? null
      : `(a.deemed_due_at, a.consultation_id, a.unit_id) <
         (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])}, ${parameters.add(key[2])})`,
  ]);
  const found = await db.rows<StoredConsultation & { unitId: string; deemedDueAt: Instant }>(
    `select ${columns}, a.unit_id as "unitId", a.deemed_due_at as "deemedDueAt"
       from views.consultation_addressee a join views.consultation c using (consultation_id) where ${where}
      order by a.deemed_due_at desc, a.consultation_id desc, a.unit_id desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.deemedDueAt, row.consultationId, row.unitId]);
  const heads = new Heads();
  const mentioned = new Mentioned();
  const told = rows.flatMap((row) => {
    const state = stateIn(row);
    const addressee = addresseeOf(state, row.unitId);
    if (addressee === null || addressee.deemed === null) return [];
    mentioned.unit(state.requester);
    mentionAddressee(mentioned, heads, addressee);
    return [{ row, state, addressee, deemed: addressee.deemed }];
  });
  await heads.load(db, mentioned);
  const shown = { labels: await labelsOf(db, mentioned), heads };
  const items = told.map(({ row, state, addressee, deemed }) => ({
    consultationId: row.consultationId,
    dossierId: state.dossierId,
    subject: state.subject,
    requester: shown.labels.unit(state.requester),
    unit: shown.labels.unit(addressee.unit),
    outcome: opinionOutcome[addressee.status],
    deemed: deemedView(deemed, addressee.unit, shown),
    lateAnsweredAt: addressee.lateAnswer?.at ?? null,
    voided: voidView(addressee, shown.labels),
    evidence: evidenceFor(logIn(row), addressee.unit),
  }));
  return { items, next };
};
