import type { MigrationInterface, QueryRunner } from 'typeorm';

const recommendation = `
create table views.recommendation (
  recommendation_id text not null, sender text not null, level text not null, unit_id text, body text,
  settled boolean not null, sent_at timestamptz not null, due_at timestamptz, missing text,
  reported text[] not null, confirmed text[] not null, state text not null,
  next_due timestamptz, movable boolean not null, revision integer not null,
  constraint recommendation_pkey primary key (recommendation_id));
create index recommendation_by_sending on views.recommendation (sent_at desc, recommendation_id desc);
create index recommendation_by_unit on views.recommendation (unit_id) where unit_id is not null and not settled;
create index recommendation_by_due on views.recommendation (next_due) where next_due is not null;
`;

const officeRecord = `
create table views.office_record (
  record_id text not null, kind text not null, unit_id text, officer_id text, began_at timestamptz not null,
  open boolean not null, state text not null, revision integer not null,
  constraint office_record_pkey primary key (record_id));
create index office_record_by_kind on views.office_record (kind, began_at desc, record_id desc);
create index office_record_by_unit on views.office_record (unit_id, kind) where unit_id is not null;
create index office_record_by_officer on views.office_record (officer_id, kind) where officer_id is not null;
`;

export class RecommendationAndOffice1764000007100 implements MigrationInterface {
  readonly name = 'RecommendationAndOffice1764000007100';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [recommendation, officeRecord]) await runner.query(part);
    await runner.query(
      `insert into views.checkpoint (projection, position) values ('recommendation', -1), ('office', -1)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table views.recommendation; drop table views.office_record');
    await runner.query(`delete from views.checkpoint where projection in ('recommendation', 'office')`);
  }
}
