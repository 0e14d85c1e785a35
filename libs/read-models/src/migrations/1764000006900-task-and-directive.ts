import type { MigrationInterface, QueryRunner } from 'typeorm';

const task = `
create table views.task (
  task_id text not null, state text not null, next_due timestamptz, movable boolean not null,
  assigner text not null, lead text not null, responsible_kind text not null, responsible_id text,
  status text not null, priority text not null, waiting_for text, due_at timestamptz not null, late boolean,
  programme_name text, programme_year integer, directive_id text, parent_task_id text, revision integer not null,
  constraint task_pkey primary key (task_id));
create index task_by_next_due on views.task (next_due, task_id) where next_due is not null;
create index task_movable on views.task (task_id) where movable;
create index task_by_due on views.task (due_at, task_id);
create index task_by_lead on views.task (lead, due_at, task_id);
create index task_by_responsible on views.task (responsible_id, due_at, task_id) where responsible_kind = 'officer';
create index task_by_assigner on views.task (assigner, due_at, task_id);
create index task_open_by_due on views.task (due_at, task_id) where status = 'open';
create index task_by_programme on views.task (programme_year, lead) where programme_year is not null;
create index task_by_directive on views.task (directive_id) where directive_id is not null;
create index task_by_parent on views.task (parent_task_id) where parent_task_id is not null;
create table views.commitment (
  task_id text not null, commitment_id text not null, title text not null, unit_id text not null,
  made_by_kind text not null, made_by_id text, made_at timestamptz not null, milestone timestamptz not null,
  state text not null, ended_at timestamptz, recorded_broken boolean not null,
  constraint commitment_pkey primary key (task_id, commitment_id));
create index commitment_by_milestone on views.commitment (milestone desc, commitment_id desc);
create index commitment_by_state on views.commitment (state, milestone desc, commitment_id desc);
`;

const directive = `
create table views.directive (
  directive_id text not null, state text not null, issuer text not null, issued_at timestamptz not null,
  reissue_of text, executors text[] not null, revision integer not null,
  constraint directive_pkey primary key (directive_id));
create index directive_by_issue on views.directive (issued_at desc, directive_id desc);
create index directive_by_reissue on views.directive (reissue_of) where reissue_of is not null;
insert into views.checkpoint (projection, position) values ('task', -1), ('directive', -1);
`;

export class TaskAndDirective1764000006900 implements MigrationInterface {
  readonly name = 'TaskAndDirective1764000006900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(task);
    await runner.query(directive);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table views.task, views.commitment, views.directive');
    await runner.query("delete from views.checkpoint where projection in ('task', 'directive')");
  }
}
