import type { MigrationInterface, QueryRunner } from 'typeorm';

const consultation = `
create table views.consultation (
  consultation_id text not null, dossier_id text, requester text not null, subject text not null,
  requested_at timestamptz not null, due_at timestamptz, defects text[] not null, state text not null,
  log text not null, next_due timestamptz, movable boolean not null, revision integer not null,
  constraint consultation_pkey primary key (consultation_id));
create index consultation_by_request on views.consultation (requested_at desc, consultation_id desc);
create index consultation_by_dossier on views.consultation (dossier_id) where dossier_id is not null;
create index consultation_by_next_due on views.consultation (next_due) where next_due is not null;
create table views.consultation_addressee (
  consultation_id text not null, unit_id text not null, requester text not null, status text not null,
  asked_at timestamptz not null, due_at timestamptz, binding_due_at timestamptz, registered_at timestamptz,
  answered_at timestamptz, late_answered_at timestamptz, missed_due_at timestamptz, deemed_due_at timestamptz,
  constraint consultation_addressee_pkey primary key (consultation_id, unit_id));
create index consultation_addressee_by_unit on views.consultation_addressee (unit_id, status);
create index consultation_addressee_deemed on views.consultation_addressee (deemed_due_at desc, consultation_id desc, unit_id desc)
  where deemed_due_at is not null;
`;

export class Consultation1764300065000 implements MigrationInterface {
  readonly name = 'Consultation1764300065000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(consultation);
    await runner.query(`insert into views.checkpoint (projection, position) values ('consultation', -1)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table views.consultation; drop table views.consultation_addressee');
    await runner.query(`delete from views.checkpoint where projection = 'consultation'`);
  }
}
