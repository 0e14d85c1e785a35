import type { MigrationInterface, QueryRunner } from 'typeorm';

const dossier = `
create table views.dossier (
  dossier_id text not null, issuer text not null, number text, symbol text, subject text, secret_reference text,
  secrecy text not null, urgency text not null, dossier_type text not null, received_at timestamptz not null,
  deadline timestamptz, past_deadlines text[] not null, status text not null, completed_at timestamptz, outcome text,
  holder_kind text, holder_id text, holder_unit text, held_since timestamptz,
  responsible_kind text, responsible_id text, lead_unit text, coordinators text[] not null,
  step text, due_at timestamptz, handoffs integer not null, returns integer not null,
  steps integer not null, performers text[] not null, completions integer not null, provenance text not null, revision integer not null,
  constraint dossier_pkey primary key (dossier_id));
create index dossier_by_receipt on views.dossier (received_at desc, dossier_id desc);
create index dossier_by_holder_unit on views.dossier (holder_unit, received_at desc, dossier_id desc)
  where holder_unit is not null;
create index dossier_open_by_deadline on views.dossier (deadline) where status = 'open' and deadline is not null;
create table views.dossier_words (
  dossier_id text not null, words tsvector not null,
  constraint dossier_words_pkey primary key (dossier_id));
create index dossier_words_by_word on views.dossier_words using gin (words);
`;

const custody = `
create table views.custody (
  dossier_id text not null, sequence integer not null, term integer not null,
  holder_kind text not null, holder_id text, unit_id text,
  began_at timestamptz not null, ended_at timestamptz, began_by text not null, ended_by text,
  began_position bigint not null, ended_position bigint, began_revision integer not null, ended_revision integer,
  reason text, basis text, receipt_confirmed_at timestamptz, due_at timestamptz,
  provenance text not null, inferred boolean not null,
  previous_holder text, moved boolean not null, bounced boolean not null,
  constraint custody_pkey primary key (dossier_id, sequence),
  constraint custody_runs_forward check (ended_at >= began_at));
create index custody_by_holder on views.custody (holder_id, began_at desc, dossier_id desc, sequence desc)
  include (ended_at) where holder_kind = 'officer';
create index custody_by_unit on views.custody (unit_id, began_at desc, dossier_id desc, sequence desc)
  include (ended_at) where unit_id is not null;
create index custody_open on views.custody (began_at desc, dossier_id desc, sequence desc) where ended_at is null;
create index custody_open_by_holder on views.custody (holder_id, began_at desc, dossier_id desc, sequence desc)
  where ended_at is null and holder_kind = 'officer';
create index custody_open_by_unit on views.custody (unit_id, began_at desc, dossier_id desc, sequence desc)
  where ended_at is null;
`;

const timeline = `
create table views.timeline (
  dossier_id text not null, revision integer not null, position bigint not null, event_id uuid not null,
  type text not null, occurred_at timestamptz not null, recorded_at timestamptz not null,
  actor_kind text not null, actor_id text, unit_id text, capacity text not null,
  provenance text not null, inferred boolean not null, officer_id text, data text not null,
  constraint timeline_pkey primary key (dossier_id, revision));
create index timeline_by_officer on views.timeline (officer_id, occurred_at desc, position desc)
  where officer_id is not null;
`;

const organisation = `
create table views.unit (
  unit_id text not null, name text not null, words tsvector not null, unit_kind text not null, parent text,
  valid_from timestamptz not null, valid_to timestamptz, dissolved_position bigint,
  constraint unit_pkey primary key (unit_id));
create table views.unit_succession (
  predecessor text not null, successor text not null, at timestamptz not null,
  constraint unit_succession_pkey primary key (predecessor, successor));
create index unit_succession_by_successor on views.unit_succession (successor);
create table views.appointment (
  appointment_id text not null, unit_id text not null, officer_id text not null, role text not null, title text,
  valid_from timestamptz not null, valid_to timestamptz, made_position bigint not null, ended_position bigint,
  constraint appointment_pkey primary key (appointment_id));
create index appointment_by_officer on views.appointment (officer_id, valid_from);
create index appointment_of_heads on views.appointment (unit_id, valid_from) where role in ('head', 'acting-head');
create table views.delegation (
  delegation_id text not null, unit_id text not null, delegator text not null, delegate text not null,
  scope text not null, document text not null, valid_from timestamptz not null, valid_to timestamptz not null,
  revoked_at timestamptz,
  constraint delegation_pkey primary key (delegation_id));
create table views.party (
  kind text not null, id text not null, account_kind text, label text, words tsvector not null,
  provenance text not null,
  constraint party_pkey primary key (kind, id));
`;

const bookkeeping = `
create table views.checkpoint (
  projection text not null, position bigint not null, parked_position bigint, parked_error text,
  constraint checkpoint_pkey primary key (projection));
insert into views.checkpoint (projection, position)
  values ('organisation', -1), ('dossier', -1), ('custody', -1), ('timeline', -1);
create table read_models.leader (singleton boolean not null default true, token bigint not null,
  constraint leader_pkey primary key (singleton), constraint leader_is_one check (singleton));
insert into read_models.leader (token) values (0);
`;

/** Milliseconds since Monday 5 January 1970, 00:00 in Vietnam (UTC+7). */
const sinceMonday = `(round(date_part('epoch', moment) * 1000) + ${7 * 3_600_000 - 4 * 86_400_000}.0)`;
const weekMs = `${7 * 86_400_000}.0::double precision`;
const workWeekMs = `${5 * 86_400_000}.0::double precision`;

/**
 * Milliseconds of weekdays (Monday to Friday, UTC+7) up to the moment. The difference of two is the
 * working time between them, until a calendar with holidays exists. One expression, so that PostgreSQL
 * puts it into the asking statement instead of calling it for every row.
 */
const weekdayTime = `
create function read_models.weekday_ms(moment timestamptz) returns double precision
  language sql stable parallel safe
  return floor(${sinceMonday} / ${weekMs}) * ${workWeekMs}
    + least(${sinceMonday} - floor(${sinceMonday} / ${weekMs}) * ${weekMs}, ${workWeekMs});
`;

const directory = `
create table directory.officer_name (
  officer_id text not null, name text not null, folded text not null, words tsvector not null,
  constraint officer_name_pkey primary key (officer_id));
create index officer_name_by_word on directory.officer_name using gin (words);
`;

export class Views1764000000000 implements MigrationInterface {
  readonly name = 'Views1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema views; create schema if not exists directory');
    for (const part of [dossier, custody, timeline, organisation, bookkeeping, weekdayTime, directory]) {
      await runner.query(part);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema views cascade');
    await runner.query('drop table directory.officer_name');
    await runner.query('drop table read_models.leader');
    await runner.query('drop function read_models.weekday_ms');
  }
}
