import type { MigrationInterface, QueryRunner } from 'typeorm';

const submission = `
create table views.submission (
  dossier_id text not null, ordinal integer not null, passed_by text not null,
  from_kind text not null, from_id text, submitter text not null, receiver text not null, awaiting text not null,
  at timestamptz not null, position bigint not null, ground text, explanation text, open_dissents integer not null,
  status text not null, answered_at timestamptz, answered_by text, answered_position bigint, reason text, basis text,
  gate text, checked_at timestamptz, conforming boolean, gate_outcome text, defects text[] not null,
  revision integer not null,
  constraint submission_pkey primary key (dossier_id, ordinal));
create index submission_by_moment on views.submission (at desc, dossier_id desc, ordinal desc);
create index submission_by_submitter on views.submission (submitter, at desc, dossier_id desc, ordinal desc);
create index submission_at_gate on views.submission (submitter) where gate_outcome is not null;
create table views.review_level (
  dossier_id text not null, revision integer not null, unit_id text, document text not null, level integer not null,
  changed boolean not null, noted boolean not null,
  constraint review_level_pkey primary key (dossier_id, revision));
`;

export class Submission1764000006700 implements MigrationInterface {
  readonly name = 'Submission1764000006700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(submission);
    await runner.query(`insert into views.checkpoint (projection, position) values ('submission', -1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table views.submission; drop table views.review_level');
    await runner.query(`delete from views.checkpoint where projection = 'submission'`);
  }
}
