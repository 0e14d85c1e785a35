import type { MigrationInterface, QueryRunner } from 'typeorm';

const table = `
create table views.office_time (
  calendar_id text not null, version integer not null, common boolean not null, week_ms double precision not null,
  week_from double precision[] not null, week_base double precision[] not null, week_slope double precision[] not null,
  exception_from double precision[] not null, exception_base double precision[] not null,
  exception_slope double precision[] not null,
  constraint office_time_pkey primary key (calendar_id));
`;

/** Milliseconds since Monday 5 January 1970, 00:00 in Vietnam (UTC+7). */
const sinceMonday = `(round(date_part('epoch', moment) * 1000) + ${7 * 3_600_000 - 4 * 86_400_000}.0)`;
const weekMs = `${7 * 86_400_000}.0::double precision`;
const inWeek = `(${sinceMonday} - floor(${sinceMonday} / ${weekMs}) * ${weekMs})`;
const along = (line: string, x: string): string => `${line}_base[width_bucket(${x}, ${line}_from)]
    + ${line}_slope[width_bucket(${x}, ${line}_from)] * ${x}`;

/**
 * Office time up to the moment on the calendar of these lines (office-time/table.entity.ts); the difference of
 * two is the working time between them. One expression, so that PostgreSQL puts it into the asking statement
 * instead of calling it for every row.
 */
const officeTime = `
create function read_models.office_ms(
  moment timestamptz, week double precision,
  week_from double precision[], week_base double precision[], week_slope double precision[],
  exception_from double precision[], exception_base double precision[], exception_slope double precision[])
  returns double precision language sql stable parallel safe
  return floor(${sinceMonday} / ${weekMs}) * week + ${along('week', inWeek)} + ${along('exception', sinceMonday)};
`;

/** Whole weekdays, until now. */
const weekdayTime = `
create function read_models.weekday_ms(moment timestamptz) returns double precision
  language sql stable parallel safe
  return floor(${sinceMonday} / ${weekMs}) * ${5 * 86_400_000}.0 + least(${inWeek}, ${5 * 86_400_000}.0);
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
    await runner.query('drop function read_models.office_ms');
    await runner.query('drop table views.office_time');
  }
}
