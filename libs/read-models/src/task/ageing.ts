import type { Instant } from '#domain/kernel/event.ts';
import type { Reference } from '#domain/reference.ts';
import type { AgeingRow, OverdueAgeing } from '#contracts/task-views.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import type { ViewDatabase } from '../view-database.ts';
import { overdueThen } from './queries.ts';

type Bucket = 'upTo5' | 'upTo10' | 'upTo30' | 'over30';
/** `dueAt` null: not overdue. */
type Counted = { unit: string | null; dueAt: Instant | null; count: number };
type Figures = { -readonly [K in keyof Omit<AgeingRow, 'unit'>]: number };

const bucketOf = (workingDays: number): Bucket => {
  if (workingDays <= 5) return 'upTo5';
  if (workingDays <= 10) return 'upTo10';
  return workingDays <= 30 ? 'upTo30' : 'over30';
};

const tasks = `
  select t.lead as unit, case when ${overdueThen('$1')} then t.due_at end as "dueAt", count(*)::integer as count
    from views.task t where t.status = 'open' group by 1, 2`;
const dossiers = `
  select d.holder_unit as unit, case when d.deadline < $1::timestamptz then d.deadline end as "dueAt",
         count(*)::integer as count
    from views.dossier d where d.status = 'open' group by 1, 2`;

const figuresOf = (rows: readonly Counted[], reference: Reference, now: Instant): Map<string | null, Figures> => {
  const byUnit = new Map<string | null, Figures>();
  for (const { unit, dueAt, count } of rows) {
    const figures = byUnit.get(unit) ?? { open: 0, overdue: 0, upTo5: 0, upTo10: 0, upTo30: 0, over30: 0 };
    byUnit.set(unit, figures);
    figures.open += count;
    if (dueAt === null) continue;
    figures.overdue += count;
    figures[bucketOf(reference.calendars.for(unit, now).workingDaysBetween(dueAt, now))] += count;
  }
  return byUnit;
};

/**
 * How long what is overdue has been so, by the unit that leads the task or holds the dossier, in working
 * days of that unit's calendar as known now (R23). Units with the most overdue first; those without any last.
 */
export const findAgeing = async (
  db: ViewDatabase,
  reference: Reference,
  { unit }: { readonly unit?: string | undefined } = {},
): Promise<OverdueAgeing> => {
  const now = db.now();
  const [ofTasks, ofDossiers] = await Promise.all([db.rows<Counted>(tasks, [now]), db.rows<Counted>(dossiers, [now])]);
  const mentioned = new Mentioned();
  for (const row of [...ofTasks, ...ofDossiers]) mentioned.unit(row.unit);
  const labels = await labelsOf(db, mentioned);
  const rowsOf = (counted: readonly Counted[]): readonly AgeingRow[] =>
    [...figuresOf(counted, reference, now)]
      .filter(([id]) => unit === undefined || id === unit)
      .sort(([a, one], [b, other]) => other.overdue - one.overdue || ((a ?? '') < (b ?? '') ? -1 : 1))
      .map(([id, figures]) => ({ unit: labels.unitOrNull(id), ...figures }));
  return { asOf: now, tasks: rowsOf(ofTasks), dossiers: rowsOf(ofDossiers) };
};
