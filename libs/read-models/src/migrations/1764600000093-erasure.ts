import type { MigrationInterface, QueryRunner } from 'typeorm';

const erasure = `
create table views.erasure (
  position bigint not null, erasure_id uuid not null, event_id uuid not null,
  paths text[] not null, subjects text[] not null, ground text not null, clause text, document text,
  erased_at timestamptz not null, actor_kind text not null, actor_id text, unit_id text, capacity text not null,
  constraint erasure_pkey primary key (position));
create table read_models.cleaned (singleton boolean not null default true, position bigint not null,
  constraint cleaned_pkey primary key (singleton), constraint cleaned_is_one check (singleton));
insert into read_models.cleaned (position) values (-1);
`;

export class Erasure1764600000093 implements MigrationInterface {
  readonly name = 'Erasure1764600000093';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(erasure);
    await runner.query(`insert into views.checkpoint (projection, position) values ('erasure', -1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table views.erasure; drop table read_models.cleaned');
    await runner.query(`delete from views.checkpoint where projection = 'erasure'`);
  }
}
