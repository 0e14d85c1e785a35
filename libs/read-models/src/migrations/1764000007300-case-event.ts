import type { MigrationInterface, QueryRunner } from 'typeorm';

const caseEvent = `
create table views.case_event (
  stream text not null, revision integer not null, position bigint not null, event_id uuid not null,
  type text not null, occurred_at timestamptz not null, recorded_at timestamptz not null,
  actor_kind text not null, actor_id text, unit_id text, capacity text not null,
  provenance text not null, inferred boolean not null, dossier_id text,
  officers text[] not null, units text[] not null, links text[] not null, data text not null,
  constraint case_event_pkey primary key (stream, revision));
create index case_event_by_officer on views.case_event using gin (officers);
create index case_event_by_unit on views.case_event using gin (units);
create index case_event_by_link on views.case_event using gin (links);
create index case_event_by_type on views.case_event (type, occurred_at);
`;

export class CaseEvent1764000007300 implements MigrationInterface {
  readonly name = 'CaseEvent1764000007300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(caseEvent);
    await runner.query(`insert into views.checkpoint (projection, position) values ('case-event', -1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table views.case_event');
    await runner.query(`delete from views.checkpoint where projection = 'case-event'`);
  }
}
