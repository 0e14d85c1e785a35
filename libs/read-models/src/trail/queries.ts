import type { Instant } from '#domain/kernel/event.ts';
import type { Trail, TrailInterval } from '#contracts/views.ts';
import { intervalView, mentionInterval, momentOf } from '../custody/queries.ts';
import { type Labels, Mentioned, labelsOf } from '../labels.ts';
import { findOfficer } from '../organisation/queries.ts';
import { type PageRequest, cutPage, keyOf, limitOf } from '../page/cursor.ts';
import type { ViewDatabase } from '../view-database.ts';
import { headIntervals, headTotals } from './head-line.ts';
import { performerIntervals, performerTotals } from './performer-line.ts';
import type { TrailRow } from './trail-row.ts';

export type TrailFilter = PageRequest & {
  /** Default `performer`. */
  readonly line?: TrailInterval['line'] | undefined;
  readonly asOf?: Instant | undefined;
};

const outcomes: Readonly<Record<string, TrailInterval['outcome']>> = {
  'dossier.handed-off': 'passed-on',
  'dossier.returned': 'returned',
  'dossier.submitted': 'submitted',
  'dossier.completed': 'completed',
  'dossier.archived': 'archived',
  'dossier.reopened': 'passed-on',
  'appointment.ended': 'left-office',
  'unit.dissolved': 'left-office',
};

const passedWithin = (row: TrailRow, until: Instant): boolean =>
  row.deadline !== null && row.deadline >= row.beganAt && row.deadline < (row.endedAt ?? until);

const intervalOf = (
  row: TrailRow,
  labels: Labels,
  { line, until }: { line: TrailInterval['line']; until: Instant },
): TrailInterval => ({
  ...intervalView(row, labels),
  line,
  number: row.number,
  symbol: row.symbol,
  subject: row.subject,
  secretReference: row.secretReference,
  deadline: row.deadline,
  outcome: row.endedBy === null ? 'open' : (outcomes[row.endedBy] ?? 'passed-on'),
  deadlinePassedHere: passedWithin(row, until),
  actsInInterval: row.acts,
});

/**
 * A person's responsibility trail, newest interval first: what the person held (R33), or what was held
 * in units while the person headed them (R32). Null when the ledger knows no such officer.
 * Throws InvalidCursor, InvalidLimit.
 */
export const findTrail = async (
  db: ViewDatabase,
  officerId: string,
  filter: TrailFilter = {},
): Promise<Trail | null> => {
  const { line = 'performer', asOf } = filter;
  const limit = limitOf(filter);
  const after = keyOf(filter, ['instant', 'text', 'integer']);
  const moment = momentOf(db, asOf);
  const officer = await findOfficer(db, officerId, { asOf });
  if (officer === null) return null;
  const intervals = line === 'performer' ? performerIntervals : headIntervals;
  const [found, performer, head] = await Promise.all([
    intervals(db, { officerId, moment, limit, after }),
    performerTotals(db, officerId, moment),
    headTotals(db, officerId, moment),
  ]);
  const { rows, next } = cutPage(found, limit, (row) => [row.since, row.dossierId, String(row.sequence)]);
  const mentioned = new Mentioned();
  for (const row of rows) mentionInterval(mentioned, row);
  const labels = await labelsOf(db, mentioned);
  const items = rows.map((row) => intervalOf(row, labels, { line, until: moment.until }));
  return { officer, asOf: moment.until, performer, head, items, next };
};
