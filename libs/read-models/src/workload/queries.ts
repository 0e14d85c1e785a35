import type { Instant } from '#domain/kernel/event.ts';
import type { Overview, UnitWorkload } from '#contracts/views.ts';
import { deadlineThen, momentOf } from '../custody/queries.ts';
import { Mentioned, labelsOf } from '../labels.ts';
import { officeCalendar, workingMs } from '../office-time/working-ms.ts';
import type { ViewDatabase } from '../view-database.ts';

type WorkloadRow = Omit<UnitWorkload, 'unit'> & { unitId: string };
type AsOf = { readonly asOf?: Instant | undefined };

/** $1: the cut; $2: the moment deadlines are compared with. */
const open = '(c.ended_at is null or c.ended_at > $1::timestamptz)';
const endedBy = (...types: readonly string[]): string =>
  `c.ended_at <= $1::timestamptz and c.ended_by in (${types.map((type) => `'${type}'`).join(', ')})`;

/**
 * When the completion happened, as claimed. An interval never ends before it began, so one that ends where it
 * began may have been closed by an act of an earlier moment: then the act is asked.
 */
const completedAt = `case when c.ended_at > c.began_at then c.ended_at else (
    select t.occurred_at from views.timeline t where t.dossier_id = c.dossier_id and t.revision = c.ended_revision) end`;

/**
 * What each unit holds, took in and let go of, up to the moment; busiest first. An interval counts for
 * the unit that held it. Custody without a unit is in no line.
 */
export const findWorkload = async (db: ViewDatabase, { asOf }: AsOf = {}): Promise<readonly UnitWorkload[]> => {
  const { cut, until } = momentOf(db, asOf);
  const rows = await db.rows<WorkloadRow>(
    `select c.unit_id as "unitId",
            count(*) filter (where ${open})::integer as holding,
            count(*) filter (where ${open} and (${deadlineThen}) < $2::timestamptz)::integer as overdue,
            count(*)::integer as received,
            count(*) filter (where ${endedBy('dossier.handed-off', 'dossier.submitted')})::integer as "passedOn",
            count(*) filter (where ${endedBy('dossier.returned')})::integer as returned,
            count(*) filter (where ${endedBy('dossier.completed')})::integer as completed,
            count(*) filter (where ${endedBy('dossier.completed')} and ${completedAt} > (${deadlineThen}))::integer as "completedLate",
            percentile_disc(0.5) within group (order by ${workingMs('c.began_at', 'c.ended_at')})
              filter (where c.ended_at <= $1::timestamptz) as "medianHeldMs"
       from views.custody c join views.dossier d using (dossier_id) cross join ${officeCalendar}
      where c.unit_id is not null and c.began_at <= $1::timestamptz
      group by c.unit_id order by holding desc, received desc, c.unit_id`,
    [cut, until],
  );
  const mentioned = new Mentioned();
  for (const { unitId } of rows) mentioned.unit(unitId);
  const labels = await labelsOf(db, mentioned);
  return rows.map(({ unitId, ...figures }) => ({ unit: labels.unit(unitId), ...figures }));
};

/** The whole ledger at the moment: open and overdue dossiers, those completed and not reopened, and the units. */
export const findOverview = async (db: ViewDatabase, { asOf }: AsOf = {}): Promise<Overview> => {
  const { cut, until } = momentOf(db, asOf);
  const completed = `${endedBy('dossier.completed')} and not exists (select 1 from views.custody n
    where n.dossier_id = c.dossier_id and n.sequence = c.sequence + 1 and n.began_at <= $1::timestamptz)`;
  const [[dossiers], units] = await Promise.all([
    db.rows<Overview['dossiers']>(
      `select count(*) filter (where ${open})::integer as open,
              count(*) filter (where ${open} and (${deadlineThen}) < $2::timestamptz)::integer as overdue,
              count(*) filter (where ${completed})::integer as completed,
              count(*) filter (where ${completed} and ${completedAt} > (${deadlineThen}))::integer as "completedLate"
         from views.custody c join views.dossier d using (dossier_id)
        where c.began_at <= $1::timestamptz`,
      [cut, until],
    ),
    findWorkload(db, { asOf }),
  ]);
  return { asOf: until, dossiers: dossiers ?? { open: 0, overdue: 0, completed: 0, completedLate: 0 }, units };
};
