import type { TrailSummary } from '#contracts/views.ts';
import { type Moment, dossierColumns } from '../custody/queries.ts';
import { officeCalendar, workingMs } from '../office-time/working-ms.ts';
import { inOffice } from '../organisation/head.ts';
import { Parameters, type ViewDatabase } from '../view-database.ts';
import { type LineRequest, type TrailRow, actsInInterval } from './trail-row.ts';

/** The times in office of a head or acting head, as known at the placeholder `cut`. */
const offices = (officer: string, cut: string): string => `
  select a.unit_id as office_unit, a.valid_from as office_from, coalesce(a.valid_to, 'infinity') as office_to,
         a.made_position as office_made, a.ended_position as office_ended, a.ended_by as office_ended_by
    from ${inOffice} a
   where a.officer_id = ${officer} and a.role in ('head', 'acting-head') and a.valid_from <= ${cut}::timestamptz`;

/** Where the interval ends for the head: with custody, or with the office. */
const officeEnd = `least(c.ended_at, nullif(office_to, 'infinity'))`;
const endsByOffice = `(office_to < 'infinity' and (c.ended_at is null or c.ended_at > office_to))`;

const columns = (cut: string, until: string): string => {
  const known = `${officeEnd} <= ${cut}::timestamptz`;
  const end = `case when ${known} then ${officeEnd} else ${until}::timestamptz end`;
  return `
  c.dossier_id as "dossierId", c.sequence, c.holder_kind as "holderKind", c.holder_id as "holderId",
  c.unit_id as "unitId", c.reason, c.basis, c.due_at as "dueAt", c.provenance, c.inferred,
  greatest(c.began_at, office_from) as "beganAt", greatest(c.began_at, office_from) as since,
  case when c.began_at < office_from then 'appointment.made' else c.began_by end as "beganBy",
  case when c.began_at < office_from then office_made else c.began_position end as "beganPosition",
  case when ${known} then ${officeEnd} end as "endedAt",
  case when ${known} then case when ${endsByOffice} then office_ended_by else c.ended_by end end as "endedBy",
  case when ${known} then
    case when ${endsByOffice} then coalesce(office_ended, office_made) else c.ended_position end
  end as "endedPosition",
  case when c.receipt_confirmed_at <= ${cut}::timestamptz then c.receipt_confirmed_at end as "receiptConfirmedAt",
  ${workingMs('greatest(c.began_at, office_from)', end)} as "workingMs"`;
};

/**
 * Intervals of custody in the units the officer headed, clipped to the time in office, by a range join
 * at the time of asking: an appointment recorded late counts for what happened before it was recorded.
 * Those begun in office come from the index in order, a page of them; those found on taking office are
 * the second branch, all of them: what a unit holds at one moment.
 */
export const headIntervals = (db: ViewDatabase, request: LineRequest): Promise<TrailRow[]> => {
  const { officerId, moment, limit, after } = request;
  const parameters = new Parameters();
  const officer = parameters.add(officerId);
  const [cut, until] = [parameters.add(moment.cut), parameters.add(moment.until)];
  const key =
    after === null
      ? null
      : `(${parameters.add(after[0])}::timestamptz, ${parameters.add(after[1])}, ${parameters.add(after[2])}::integer)`;
  const before = (since: string): string => (key === null ? '' : `and (${since}, i.dossier_id, i.sequence) < ${key}`);
  return db.rows<TrailRow>(
    `select ${columns(cut, until)}, ${dossierColumns}, ${actsInInterval(officer, cut)}
       from (${offices(officer, cut)}) as term
      cross join lateral (
        (select * from views.custody i
          where i.unit_id = office_unit and i.began_at >= office_from and i.began_at < office_to
            and i.began_at <= ${cut}::timestamptz ${before('i.began_at')}
          order by i.began_at desc, i.dossier_id desc, i.sequence desc limit ${limit + 1})
        union all
        (select * from views.custody i
          where i.unit_id = office_unit and i.began_at < office_from
            and (i.ended_at is null or i.ended_at > office_from) ${before('office_from')})) as c
       join views.dossier d using (dossier_id) cross join ${officeCalendar}
      order by since desc, c.dossier_id desc, c.sequence desc limit ${limit + 1}`,
    parameters.values,
  );
};

export const headTotals = async (
  db: ViewDatabase,
  officerId: string,
  { cut, until }: Moment,
): Promise<TrailSummary['head']> => {
  const known = `${officeEnd} <= $2::timestamptz`;
  const end = `case when ${known} then ${officeEnd} else $3::timestamptz end`;
  const [totals] = await db.rows<TrailSummary['head']>(
    `select count(*)::integer as intervals,
            count(*) filter (where (${known}) is not true)::integer as open,
            coalesce(sum(${workingMs('greatest(c.began_at, office_from)', end)}), 0) as "workingMs"
       from (${offices('$1', '$2')}) as term
       join views.custody c on c.unit_id = office_unit and c.began_at < office_to and c.began_at <= $2::timestamptz
        and (c.ended_at is null or c.ended_at > office_from or c.began_at >= office_from)
      cross join ${officeCalendar}`,
    [officerId, cut, until],
  );
  return totals ?? { intervals: 0, open: 0, workingMs: 0 };
};
