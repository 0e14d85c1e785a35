import { plainWeek } from '#domain/calendar/working-calendar.ts';
import { officeTimeRow } from './office-line.ts';

const plain = officeTimeRow(plainWeek);
const columns = [
  ['week_from', plain.weekFrom],
  ['week_base', plain.weekBase],
  ['week_slope', plain.weekSlope],
  ['exception_from', plain.exceptionFrom],
  ['exception_base', plain.exceptionBase],
  ['exception_slope', plain.exceptionSlope],
] as const;
const names = columns.map(([name]) => name);

/**
 * SQL for the calendar that intervals are measured on, as one row `office` to be cross joined: the newest
 * version of the common calendar, or the plain week before any is published. The concatenation unpacks the
 * arrays, and `offset 0` keeps PostgreSQL from moving that into the joined statement: once instead of for
 * every row, more than ten times as fast over many rows.
 */
export const officeCalendar = `(
  select week_seconds, ${names.map((name) => `${name} || '{}'::double precision[] as ${name}`).join(', ')}
    from (select 1 as rank, week_seconds, ${names.join(', ')} from views.office_time where common
          union all
          select 0, ${String(plain.weekSeconds)}, ${columns.map(([, values]) => `'{${values.join(',')}}'::double precision[]`).join(', ')}
          order by rank desc limit 1) as known offset 0) as office`;

const officeSeconds = (moment: string): string =>
  `read_models.office_seconds(${moment}, office.week_seconds, ${names.map((name) => `office.${name}`).join(', ')})`;

/**
 * SQL for the working time between two moments, in milliseconds; none when the second is not later. The
 * statement MUST join `officeCalendar`.
 */
export const workingMs = (from: string, to: string): string =>
  `greatest(0, round(1000 * (${officeSeconds(to)} - ${officeSeconds(from)})))`;
