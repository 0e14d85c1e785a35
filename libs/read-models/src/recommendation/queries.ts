import type { Page } from '#contracts/views.ts';
import type {
  AgencyUnresolved,
  RecommendationDetail,
  RecommendationView,
  UnresolvedCategory,
} from '#contracts/recommendation-views.ts';
import type { SentRecommendation } from '#domain/recommendation/evolve.ts';
import type { Instant } from '#domain/kernel/event.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import { Parameters, type ViewDatabase, allOf } from '../view-database.ts';
import { answerViews, basisText, mentionDetail, reportViews, reportedUpViews } from './detail.ts';
import type { RecommendationRow } from './table.entity.ts';

export type RecommendationFilter = PageRequest & {
  readonly sender?: string | undefined;
  /** The agency asked. */
  readonly to?: string | undefined;
  readonly category?: UnresolvedCategory | undefined;
  /** Something is missing and its time limit has ended. */
  readonly overdue?: boolean | undefined;
  readonly level?: 'province' | 'central' | undefined;
  /** Only those not settled. */
  readonly open?: boolean | undefined;
};

const columns = `
  r.recommendation_id as "recommendationId", r.sender, r.level, r.unit_id as "unitId", r.body, r.settled,
  r.sent_at as "sentAt", r.due_at as "dueAt", r.missing, r.reported, r.confirmed, r.state, r.revision`;

const isOverdue = (moment: string): string =>
  `(r.missing is not null and coalesce(r.due_at < ${moment}::timestamptz, false))`;

/** SQL for the categories that stand at the moment: what the limit has made overdue, and what people reported. */
const standing = (moment: string): string =>
  `(case when ${isOverdue(moment)} then array_append(r.reported, r.missing) else r.reported end)`;

const conditions = (filter: RecommendationFilter, now: Instant, parameters: Parameters): string => {
  const key = keyOf(filter, ['instant', 'text']);
  const { sender, to, level, overdue, category } = filter;
  return allOf([
    sender === undefined ? null : `r.sender = ${parameters.add(sender)}`,
    to === undefined ? null : `r.unit_id = ${parameters.add(to)}`,
    level === undefined ? null : `r.level = ${parameters.add(level)}`,
    overdue === undefined ? null : `${isOverdue(parameters.add(now))} = ${String(overdue)}`,
    category === undefined ? null : `${parameters.add(category)} = any(${standing(parameters.add(now))})`,
    filter.open === undefined ? null : `r.settled = ${String(!filter.open)}`,
    key === null
      ? null
      : `(r.sent_at, r.recommendation_id) < (${parameters.add(key[0])}::timestamptz, ${parameters.add(key[1])})`,
  ]);
};

const overdueAt = ({ missing, dueAt }: RecommendationRow, moment: Instant): boolean =>
  missing !== null && dueAt !== null && dueAt < moment;

const view = (row: RecommendationRow, labels: Labels, moment: Instant): RecommendationView => {
  const state = JSON.parse(row.state) as SentRecommendation;
  const overdue = overdueAt(row, moment);
  const clock = overdue && row.missing !== null ? [row.missing] : [];
  return {
    id: row.recommendationId,
    dossierId: state.sent.dossierId,
    sender: labels.unit(row.sender),
    level: row.level,
    unit: labels.unitOrNull(row.unitId),
    body: row.body,
    content: state.sent.content,
    forCommittee: state.sent.forCommittee,
    status: row.settled ? 'settled' : 'open',
    sentAt: row.sentAt,
    deliveredAt: state.delivered?.at ?? null,
    dueAt: row.dueAt,
    answeredAt: state.answers[0]?.at ?? null,
    submittedAt: state.submittedAt,
    missing: row.missing,
    overdue,
    unresolved: [...new Set([...clock, ...row.reported])],
    confirmed: row.confirmed,
    reportedUpAt: state.reportedUp[0]?.at ?? null,
    revision: row.revision,
  };
};

/** Recommendations, newest sent first. Throws InvalidCursor, InvalidLimit. */
export const findRecommendations = async (
  db: ViewDatabase,
  filter: RecommendationFilter,
): Promise<Page<RecommendationView>> => {
  const limit = limitOf(filter);
  const parameters = new Parameters();
  const now = db.now();
  const where = conditions(filter, now, parameters);
  const found = await db.rows<RecommendationRow>(
    `select ${columns} from views.recommendation r where ${where}
      order by r.sent_at desc, r.recommendation_id desc limit ${limit + 1}`,
    parameters.values,
  );
  const { rows, next } = cutPage(found, limit, (row) => [row.sentAt, row.recommendationId]);
  const mentioned = new Mentioned();
  for (const row of rows) mentioned.unit(row.sender).unit(row.unitId);
  const labels = await labelsOf(db, mentioned);
  return { items: rows.map((row) => view(row, labels, now)), next };
};

type AgencyRow = Omit<AgencyUnresolved, 'unit'> & { readonly unitId: string };

/** The four categories of letter 3239 for every agency with something unresolved, most first (R73–R75). */
export const findUnresolvedByAgency = async (db: ViewDatabase): Promise<readonly AgencyUnresolved[]> => {
  const counted = (test: string): string => `(count(*) filter (where ${test}))::integer`;
  const rows = await db.rows<AgencyRow>(
    `select u.unit_id as "unitId", ${counted(`'no-reply' = any(u.categories)`)} as "noReply",
            ${counted(`u.categories && array['generic', 'no-stance']`)} as "genericOrNoStance",
            ${counted(`'deflected' = any(u.categories)`)} as deflected,
            ${counted(`'not-submitted' = any(u.categories)`)} as "notSubmitted",
            ${counted(`u.confirmed && array['generic', 'no-stance', 'deflected']`)} as confirmed,
            min(u.due_at) as "oldestDueAt"
       from (select r.unit_id, r.due_at, r.confirmed, ${standing('$1')} as categories
               from views.recommendation r where r.unit_id is not null and not r.settled) u
      where cardinality(u.categories) > 0
      group by u.unit_id order by count(*) desc, u.unit_id`,
    [db.now()],
  );
  const mentioned = new Mentioned();
  for (const { unitId } of rows) mentioned.unit(unitId);
  const labels = await labelsOf(db, mentioned);
  return rows.map(({ unitId, ...figures }) => ({ unit: labels.unit(unitId), ...figures }));
};

/** One recommendation with its answers and reports; null when there is none. */
export const findRecommendation = async (db: ViewDatabase, id: string): Promise<RecommendationDetail | null> => {
  const [row] = await db.rows<RecommendationRow>(
    `select ${columns} from views.recommendation r where r.recommendation_id = $1`,
    [id],
  );
  if (row === undefined) return null;
  const state = JSON.parse(row.state) as SentRecommendation;
  const labels = await labelsOf(db, mentionDetail(new Mentioned().unit(row.sender).unit(row.unitId), state));
  const { drafter, signer } = state.sent.signature;
  return {
    ...view(row, labels, db.now()),
    obstacle: state.sent.obstacle,
    beyondAuthorityBasis: basisText(state.sent.beyondAuthorityBasis),
    drafter: labels.party(drafter.kind, drafter.kind === 'unknown' ? null : drafter.id),
    signer: labels.party(signer.kind, signer.kind === 'unknown' ? null : signer.id),
    calendar: state.due?.calendar.calendar ?? null,
    calendarVersion: state.due?.calendar.version ?? null,
    answers: answerViews(state),
    reports: reportViews(state, labels),
    reportedUp: reportedUpViews(state, labels),
    outcome: state.settled?.outcome ?? null,
  };
};
