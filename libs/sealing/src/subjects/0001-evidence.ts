/**
 * Who is concerned by what, chained and mapped: derived from the ledger's events and made again from them at any
 * time. Nothing here is believed by anybody who verifies, so the application's role may change all of it.
 */
export const evidence = `
create table evidence.state (
  single boolean primary key default true check (single),
  size bigint not null,
  root bytea not null,
  subjects bigint not null,
  rule integer not null
) with (fillfactor = 10);
comment on table evidence.state is 'The map is over the events [0, size), by this version of the subject function';
insert into evidence.state (size, root, subjects, rule) values (0, decode(repeat('00', 32), 'hex'), 0, 0);

create table evidence.subject (
  id bigint primary key,
  key bytea not null unique,
  name text collate "C" not null,
  count bigint not null,
  head bytea not null
) with (fillfactor = 80);
comment on column evidence.subject.id is 'In the order in which subjects first appear, from 0';
comment on column evidence.subject.key is 'Place in the map; unique instead of the name, which may be longer than an index takes';

create table evidence.stretch (
  subject bigint not null,
  first bigint not null,
  positions bigint[] not null,
  primary key (subject, first)
);
comment on table evidence.stretch is 'Positions of a subject''s events, ascending, as many together as came together';

create table evidence.map_page (
  path text collate "C" primary key,
  content bytea not null
) with (fillfactor = 80);
comment on table evidence.map_page is 'Four levels of the map below the hexadecimal digits of its path';

revoke all on all tables in schema evidence from public;
grant usage on schema evidence to ledger_app;
grant select, update on evidence.state to ledger_app;
grant select, insert, update, truncate on evidence.subject, evidence.stretch, evidence.map_page to ledger_app;
`;
