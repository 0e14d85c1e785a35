import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
create table views.office_time (
  calendar_id text not null, version integer not null, common boolean not null, week_seconds double precision not null,
  week_from double precision[] not null, week_base double precision[] not null, week_slope double precision[] not null,
  exception_from double precision[] not null, exception_base double precision[] not null,
  exception_slope double precision[] not null,
  constraint office_time_pkey primary key (calendar_id));
`;

const epoch = `date_part('epoch', moment)`;
const daySeconds = 86_400;
/** Seconds since Monday 5 January 1970, 00:00 in Vietnam (UTC+7). */
const sinceMonday = `(${epoch} + ${String(7 * 3_600 - 4 * daySeconds)}.0)`;
const week = `${String(7 * daySeconds)}.0::double precision`;
const inWeek = `(${sinceMonday} - floor(${sinceMonday} / ${week}) * ${week})`;
const along = (line: string, x: string): string => `${line}_base[width_bucket(${x}, ${line}_from)]
    + ${line}_slope[width_bucket(${x}, ${line}_from)] * ${x}`;

/**
 * Seconds of office time up to the moment on the calendar of these lines (office-time/table.entity.ts); the difference of
 * two is the working time between them. One expression, so that PostgreSQL puts it into the asking statement
 * instead of calling it for every row.
 */
const officeTime = `
create function read_models.office_seconds(
  moment timestamptz, week_seconds double precision,
  week_from double precision[], week_base double precision[], week_slope double precision[],
  exception_from double precision[], exception_base double precision[], exception_slope double precision[])
  returns double precision language sql stable parallel safe
  return floor(${sinceMonday} / ${week}) * week_seconds + ${along('week', inWeek)} + ${along('exception', epoch)};
`;

const sinceMondayMs = `(round(${epoch} * 1000) + ${String((7 * 3_600 - 4 * daySeconds) * 1000)}.0)`;
const weekMs = `${String(7 * daySeconds * 1000)}.0::double precision`;
const workWeekMs = `${String(5 * daySeconds * 1000)}.0::double precision`;

/** Whole weekdays, until now. */
const weekdayTime = `
create function read_models.weekday_ms(moment timestamptz) returns double precision
  language sql stable parallel safe
  return floor(${sinceMondayMs} / ${weekMs}) * ${workWeekMs}
    + least(${sinceMondayMs} - floor(${sinceMondayMs} / ${weekMs}) * ${weekMs}, ${workWeekMs});
`;

export class OfficeTime1764100000060 implements MigrationInterface {
  readonly name = 'OfficeTime1764100000060';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(officeTime);
    await runner.query('drop function read_models.weekday_ms');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(weekdayTime);
    await runner.query('drop function read_models.office_seconds');
    await runner.query('drop table views.office_time');
  }
}
