/**
 * The ledger: events, the counter that numbers them, and the only two ways in.
 *
 * Every way in locks the one counter row first and holds it until commit. So commits come one after
 * another in the order of positions: a position is never skipped, and whoever sees a position sees all
 * before it. `position` and `revision` are plain columns; the functions alone decide them, since the
 * application's role has no INSERT on the table.
 */
export const ledger = `
/**
 * Runs for every event, with the names of whoever inserts: so each name is spelled out, which is cheaper
 * than a search path of its own. \`convert_to\` could only change with the encoding; migrateLedger asks for UTF8.
 */
create function ledger.leaf_of(canonical text) returns bytea
language plpgsql immutable strict parallel safe as $$
begin
  return pg_catalog.sha256(
    '\\x00'::pg_catalog.bytea operator(pg_catalog.||) pg_catalog.convert_to(canonical, 'UTF8')
  );
end $$;

create table ledger.event (
  position bigint not null,
  id uuid not null,
  revision integer not null,
  stream text collate "C" not null,
  type text collate "C" not null,
  canonical text not null,
  leaf bytea not null generated always as (ledger.leaf_of(canonical)) stored,
  constraint event_position primary key (position),
  constraint event_place unique (stream, revision),
  constraint event_id unique (id),
  constraint event_bounds check (position >= 0 and revision >= 0)
);
comment on column ledger.event.position is 'Ordinal in the ledger, from 0, without gaps; leaf index';
comment on column ledger.event.revision is 'Ordinal in the stream, from 0, without gaps';
comment on column ledger.event.canonical is 'RFC 8785 text of the envelope; this, in UTF-8, is the event';
comment on column ledger.event.leaf is 'SHA-256(0x00 || canonical), computed by the table, never taken from a writer';

create table ledger.counter (
  single boolean primary key default true check (single),
  next_position bigint not null
) with (fillfactor = 10);
insert into ledger.counter (next_position) values (0);

create function ledger.refuse_change() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  raise exception using
    errcode = 'LG002',
    message = format('%s: sổ chỉ ghi thêm / the ledger is append-only (%s)', tg_table_name, tg_op);
end $$;

create trigger append_only before update or delete or truncate on ledger.event
  for each statement execute function ledger.refuse_change();
alter table ledger.event enable always trigger append_only;
create trigger stays before delete or truncate on ledger.counter
  for each statement execute function ledger.refuse_change();
alter table ledger.counter enable always trigger stays;

/**
 * Many callers' events at once, every revision already decided by its caller. Optimistic: inserts and
 * lets the unique indexes object (23505); LG001 when a revision does not follow on an existing one. Then
 * nothing is stored, and the caller asks append_each. Returns the position of the first event.
 */
create function ledger.append_group(
  streams text[], revisions integer[], ids uuid[], types text[], canonicals text[]
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first bigint;
begin
  update ledger.counter set next_position = next_position + cardinality(ids)
    returning next_position - cardinality(ids) into strict first;
  insert into ledger.event (position, id, revision, stream, type, canonical)
    select first + e.n - 1, e.id, e.revision, e.stream, e.type, e.canonical
    from unnest(streams, revisions, ids, types, canonicals)
      with ordinality as e (stream, revision, id, type, canonical, n);
  if 0 < any (revisions) and exists (
    select from unnest(streams, revisions) as e (stream, revision)
    where e.revision > 0 and not exists (
      select from ledger.event as p where p.stream = e.stream and p.revision = e.revision - 1
    )
  ) then
    raise exception using errcode = 'LG001', message = 'a revision does not follow on the head of its stream';
  end if;
  return first;
end $$;

/**
 * The same, one caller after another, each with its own verdict. \`caller\` numbers the caller of each event,
 * from 1, ascending. \`expected\` is the revision the stream must end with, or -1 no stream, -2 any, -3 some.
 * One row per caller: how many of its ids are \`known\` (then nothing of it is stored), or the stream in
 * conflict with its head, or the position of its last event and the revision of each of its events.
 */
create function ledger.append_each(
  caller integer[], streams text[], expected integer[], ids uuid[], types text[], canonicals text[]
) returns table (known bigint, conflict text, head integer, last_position bigint, revisions integer[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  next_free bigint;
  span record;
begin
  select c.next_position into strict next_free from ledger.counter as c for update;
  for span in
    select min(c.n)::integer as a, max(c.n)::integer as z
    from unnest(caller) with ordinality as c (number, n) group by c.number order by c.number
  loop
    conflict := null; head := null; last_position := null; revisions := null;

    select count(*) into known from ledger.event as e where e.id = any (ids[span.a : span.z]);
    if known > 0 then
      return next;
      continue;
    end if;

    select p.stream, p.head into conflict, head from (
      select w.stream, w.expected, min(w.n) as n,
        (select max(e.revision) from ledger.event as e where e.stream = w.stream) as head
      from unnest(streams[span.a : span.z], expected[span.a : span.z]) with ordinality as w (stream, expected, n)
      group by w.stream, w.expected
    ) as p
    where case p.expected
      when -2 then false
      when -3 then p.head is null
      else p.expected <> coalesce(p.head, -1)
    end
    order by p.n limit 1;
    if conflict is not null then
      return next;
      continue;
    end if;

    with added as (
      insert into ledger.event (position, id, revision, stream, type, canonical)
      select next_free + w.n - 1, w.id,
        coalesce((select max(e.revision) from ledger.event as e where e.stream = w.stream), -1)
          + row_number() over (partition by w.stream order by w.n),
        w.stream, w.type, w.canonical
      from unnest(
        streams[span.a : span.z], ids[span.a : span.z], types[span.a : span.z], canonicals[span.a : span.z]
      ) with ordinality as w (stream, id, type, canonical, n)
      returning position, revision
    )
    select max(a.position), array_agg(a.revision order by a.position) into last_position, revisions from added as a;
    next_free := last_position + 1;
    return next;
  end loop;
  update ledger.counter set next_position = next_free where next_position <> next_free;
end $$;

/**
 * Bulk import: a door into the same table. \`incoming\` is partitioned with ledger.event as its only
 * partition, so COPY into it writes ledger.event as fast as COPY can, while the right to insert, and the
 * guard of what comes in, belong to the door alone: nothing is checked twice, and appends pass by it.
 */
create table ledger.incoming (like ledger.event including generated) partition by list (type);
alter table ledger.incoming attach partition ledger.event default;

create function ledger.open_import() returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first bigint;
begin
  -- An importer that stops in the middle must not keep the writers waiting.
  perform set_config('idle_in_transaction_session_timeout', '10s', true);
  select next_position into strict first from ledger.counter for update;
  return first;
end $$;
comment on function ledger.open_import is 'Position of the first row to be copied in this transaction; others wait until its end';

create function ledger.lock_order() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform from ledger.counter for update;
  return null;
end $$;

/**
 * Everything at or after the counter came through the door in this statement, for the counter is locked
 * and every lower position is taken. Only whole new streams, and no gap: else LG001. The scan is by
 * position whatever the planner last heard of the table's size.
 */
create function ledger.check_incoming() returns trigger
language plpgsql security definer
set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  first bigint;
  added bigint;
  last bigint;
  broken boolean;
begin
  select next_position into strict first from ledger.counter;
  select coalesce(sum(s.events), 0), max(s.last), bool_or(s.broken) into added, last, broken from (
    select count(*) as events, max(e.position) as last,
      min(e.revision) <> 0 or max(e.revision) + 1 <> count(*) as broken
    from ledger.event as e where e.position >= first group by e.stream
  ) as s;
  if broken or last - first + 1 <> added then
    raise exception using errcode = 'LG001', message = 'imported streams or positions do not run without a gap';
  end if;
  update ledger.counter set next_position = first + added;
  return null;
end $$;

create trigger in_order before insert on ledger.incoming
  for each statement execute function ledger.lock_order();
create trigger whole after insert on ledger.incoming
  for each statement execute function ledger.check_incoming();
create trigger append_only before update or delete or truncate on ledger.incoming
  for each statement execute function ledger.refuse_change();
alter table ledger.incoming enable always trigger in_order;
alter table ledger.incoming enable always trigger whole;
alter table ledger.incoming enable always trigger append_only;

revoke all on all functions in schema ledger from public;
grant usage on schema ledger to ledger_app;
grant select on ledger.event, ledger.counter to ledger_app;
grant insert on ledger.incoming to ledger_app;
grant execute on function
  ledger.append_group(text[], integer[], uuid[], text[], text[]),
  ledger.append_each(integer[], text[], integer[], uuid[], text[], text[]),
  ledger.open_import(),
  ledger.leaf_of(text)
to ledger_app;
`;
