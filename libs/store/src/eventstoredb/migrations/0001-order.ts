/**
 * The order of a ledger that lies in EventStoreDB: which event has which position, and where in `$all` it is.
 *
 * The numbers follow from `$all` alone, so it does not matter which process writes them, and a lost table
 * can be made again. Once cited they must not move, hence the same guards as the ledger itself has in
 * PostgreSQL; and the leaf hash is kept here, apart from the bytes it was computed from.
 */
export const order = `
create table ledger_order.place (
  position bigint not null,
  commit_position bigint not null,
  prepare_position bigint not null,
  id uuid not null,
  revision integer not null,
  stream text collate "C" not null,
  type text collate "C" not null,
  leaf bytea not null,
  constraint place_position primary key (position),
  constraint place_cursor unique (commit_position, prepare_position),
  constraint place_in_stream unique (stream, revision),
  constraint place_bounds check (position >= 0 and revision >= 0 and length(leaf) = 32)
);
comment on column ledger_order.place.position is 'Ordinal in the ledger, from 0, without gaps; leaf index';
comment on column ledger_order.place.leaf is 'SHA-256(0x00 || canonical), as it was when the position was given';
-- Not unique: EventStoreDB itself does not refuse an id that another stream has.
create index place_id on ledger_order.place (id);

create table ledger_order.counter (
  single boolean primary key default true check (single),
  next_position bigint not null,
  scanned_commit bigint not null,
  scanned_prepare bigint not null
) with (fillfactor = 10);
comment on column ledger_order.counter.scanned_commit is 'Everything in $all up to here has been looked at';
insert into ledger_order.counter values (true, 0, -1, -1);

create function ledger_order.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception using
    errcode = 'LG002',
    message = format('%s: sổ chỉ ghi thêm / the ledger is append-only (%s)', tg_table_name, tg_op);
end $$;

create trigger append_only before update or delete or truncate on ledger_order.place
  for each statement execute function ledger_order.refuse_change();
alter table ledger_order.place enable always trigger append_only;
create trigger stays before delete or truncate on ledger_order.counter
  for each statement execute function ledger_order.refuse_change();
alter table ledger_order.counter enable always trigger stays;

/**
 * Numbers what was found in $all after (from_commit, from_prepare) up to (to_commit, to_prepare). False when
 * another process has scanned from there meanwhile: then nothing is changed, and the caller looks again.
 */
create function ledger_order.assign(
  from_commit bigint, from_prepare bigint, to_commit bigint, to_prepare bigint,
  commits bigint[], prepares bigint[], ids uuid[], revisions integer[], streams text[], types text[], leaves bytea[]
) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first bigint;
begin
  select next_position into first from ledger_order.counter
    where scanned_commit = from_commit and scanned_prepare = from_prepare for update;
  if not found then
    return false;
  end if;
  if (to_commit, to_prepare) < (from_commit, from_prepare) or exists (
    select from unnest(commits, prepares) with ordinality as e (commit, prepare, n)
    left join unnest(commits, prepares) with ordinality as p (commit, prepare, n) on p.n = e.n - 1
    where (e.commit, e.prepare) <= (coalesce(p.commit, from_commit), coalesce(p.prepare, from_prepare))
      or (e.commit, e.prepare) > (to_commit, to_prepare)
  ) then
    raise exception using errcode = 'LG003', message = 'places of $all are not in order';
  end if;
  insert into ledger_order.place
    (position, commit_position, prepare_position, id, revision, stream, type, leaf)
    select first + e.n - 1, e.commit, e.prepare, e.id, e.revision, e.stream, e.type, e.leaf
    from unnest(commits, prepares, ids, revisions, streams, types, leaves)
      with ordinality as e (commit, prepare, id, revision, stream, type, leaf, n);
  update ledger_order.counter
    set next_position = first + cardinality(ids), scanned_commit = to_commit, scanned_prepare = to_prepare;
  return true;
end $$;

revoke all on all functions in schema ledger_order from public;
grant usage on schema ledger_order to ledger_app;
grant select on ledger_order.place, ledger_order.counter to ledger_app;
grant execute on function ledger_order.assign(
  bigint, bigint, bigint, bigint, bigint[], bigint[], uuid[], integer[], text[], text[], bytea[]
) to ledger_app;
`;
