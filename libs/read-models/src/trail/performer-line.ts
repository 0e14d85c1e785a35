import type { TrailSummary } from '#contracts/views.ts';
import { type Moment, dossierColumns, intervalColumns } from '../custody/queries.ts';
import { officeCalendar, workingMs } from '../office-time/working-ms.ts';
import { Parameters, type ViewDatabase } from '../view-database.ts';
import { type LineRequest, type TrailRow, actsInInterval } from './trail-row.ts';

/** Intervals this person held. */
export const performerIntervals = (
  db: ViewDatabase,
  { officerId, moment, limit, after }: LineRequest,
): Promise<TrailRow[]> => {
  const parameters = new Parameters();
  const officer = parameters.add(officerId);
  const [cut, until] = [parameters.add(moment.cut), parameters.add(moment.until)];
  const later =
    after === null
      ? ''
      : `and (c.began_at, c.dossier_id, c.sequence) <
         (${parameters.add(after[0])}::timestamptz, ${parameters.add(after[1])}, ${parameters.add(after[2])}::integer)`;
  return db.rows<TrailRow>(
    `select ${intervalColumns(cut, until)}, ${dossierColumns}, c.began_at as since, ${actsInInterval(officer, cut)}
       from views.custody c join views.dossier d using (dossier_id) cross join ${officeCalendar}
      where c.holder_id = ${officer} and c.holder_kind = 'officer' and c.began_at <= ${cut}::timestamptz ${later}
      order by c.began_at desc, c.dossier_id desc, c.sequence desc limit ${limit + 1}`,
    parameters.values,
  );
};

export const performerTotals = async (
  db: ViewDatabase,
  officerId: string,
  { cut, until }: Moment,
): Promise<TrailSummary['performer']> => {
  const held = `case when c.ended_at <= $2::timestamptz then c.ended_at else $3::timestamptz end`;
  const [totals] = await db.rows<TrailSummary['performer']>(
    `select count(*)::integer as intervals,
            count(*) filter (where c.ended_at is null or c.ended_at > $2::timestamptz)::integer as open,
            coalesce(sum(${workingMs('c.began_at', held)}), 0) as "workingMs",
            (select count(*)::integer from views.timeline t
              where t.officer_id = $1 and t.occurred_at <= $2::timestamptz) as acts
       from views.custody c cross join ${officeCalendar}
      where c.holder_id = $1 and c.holder_kind = 'officer' and c.began_at <= $2::timestamptz`,
    [officerId, cut, until],
  );
  return totals ?? { intervals: 0, open: 0, workingMs: 0, acts: 0 };
};
