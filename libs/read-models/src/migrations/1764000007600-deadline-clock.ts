import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DeadlineClock1764000007600 implements MigrationInterface {
  readonly name = 'DeadlineClock1764000007600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table read_models.deadline_clock (
         singleton boolean not null default true, ran_at timestamptz not null, failing jsonb not null,
         constraint deadline_clock_pkey primary key (singleton), constraint deadline_clock_is_one check (singleton))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table read_models.deadline_clock');
  }
}
