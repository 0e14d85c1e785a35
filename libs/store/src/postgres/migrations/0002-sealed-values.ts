/**
 * Values and salts of sealed fields, beside the events that hold their commitments.
 *
 * They come in with their events, in the same transaction, and by no other way: so no event is without its
 * values, and an erased value cannot come back. They go only by an erasure that the ledger itself records.
 */
export const sealedValues = `
create table ledger.sealed_value (
  position bigint not null,
  path text collate "C" not null,
  salt bytea not null,
  value text not null,
  constraint sealed_value_place primary key (position, path),
  constraint sealed_value_salt check (length(salt) = 32)
);
comment on table ledger.sealed_value is 'What opens the commitments that events hold; lawful erasure deletes it';
comment on column ledger.sealed_value.path is 'JSON pointer of the field in the envelope, as /data/reason';

/** The data of the erasure at a position, as its canonical text says; null when there is none. */
create function ledger.erasure_at(erasure bigint) returns jsonb
language sql stable set search_path = pg_catalog, pg_temp as $$
  select said.envelope -> 'data'
  from (
    select e.canonical::jsonb as envelope
    from ledger.event as e where e.position = erasure and e.type = 'sealed-field.erased'
  ) as said
  where said.envelope ->> 'type' = 'sealed-field.erased'
    and said.envelope #>> '{data,eventId}' ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    and jsonb_typeof(said.envelope #> '{data,paths}') = 'array'
$$;

/** Which values an erasure names: of an event that was recorded before it. */
create function ledger.named_by(erasure bigint) returns table (value_position bigint, value_path text)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select v.position, v.path
  from ledger.erasure_at(erasure) as said
  join ledger.event as e on e.id = (said ->> 'eventId')::uuid and e.position < erasure
  join ledger.sealed_value as v on v.position = e.position and said -> 'paths' ? v.path
$$;

create function ledger.refuse_loss() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare
  erasure bigint := nullif(current_setting('ledger.erasure', true), '');
begin
  if erasure is not null and tg_op = 'DELETE' then
    if tg_level = 'STATEMENT' then
      return null;
    end if;
    if exists (
      select from ledger.named_by(erasure) as n where n.value_position = old.position and n.value_path = old.path
    ) then
      return old;
    end if;
  end if;
  raise exception using
    errcode = 'LG002',
    message = format('%s: chỉ xóa theo sự kiện đã ghi / only a recorded erasure deletes (%s)', tg_table_name, tg_op);
end $$;

-- The setting only says which erasure is meant. What goes is compared, row by row, with what that one names.
create trigger append_only before update or delete or truncate on ledger.sealed_value
  for each statement execute function ledger.refuse_loss();
create trigger only_by_erasure before delete on ledger.sealed_value
  for each row execute function ledger.refuse_loss();
alter table ledger.sealed_value enable always trigger append_only;
alter table ledger.sealed_value enable always trigger only_by_erasure;

/** Deletes what the erasure at this position names; how many went. LG004: no erasure is recorded there. */
create function ledger.erase(erasure bigint) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  erased bigint;
begin
  if ledger.erasure_at(erasure) is null then
    raise exception using errcode = 'LG004', message = format('position %s holds no erasure', erasure);
  end if;
  perform set_config('ledger.erasure', erasure::text, true);
  with gone as (
    delete from ledger.sealed_value as v using ledger.named_by(erasure) as n
    where v.position = n.value_position and v.path = n.value_path
    returning v.position
  )
  select count(*) into erased from gone;
  perform set_config('ledger.erasure', '', true);
  return erased;
end $$;

/** Values of events that have just been stored from \`first\` on; \`sealed\` says of the how-manieth of \`events\`. */
create function ledger.keep_values(
  first bigint, events integer, sealed integer[], paths text[], salts bytea[], sealed_values text[]
) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if not (1 <= all (sealed) and events >= all (sealed)) then
    raise exception using errcode = 'LG001', message = 'a sealed value belongs to none of the events';
  end if;
  insert into ledger.sealed_value (position, path, salt, value)
    select first + s.n - 1, s.path, s.salt, s.value
    from unnest(sealed, paths, salts, sealed_values) as s (n, path, salt, value);
end $$;

/** As the function of the same name without values; \`sealed\` counts the events of the call from 1. */
create function ledger.append_group(
  streams text[], revisions integer[], ids uuid[], types text[], canonicals text[],
  sealed integer[], paths text[], salts bytea[], sealed_values text[]
) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  first bigint;
begin
  first := ledger.append_group(streams, revisions, ids, types, canonicals);
  perform ledger.keep_values(first, cardinality(ids), sealed, paths, salts, sealed_values);
  return first;
end $$;

/** As the function of the same name without values, of which those of refused callers are left out. */
create function ledger.append_each(
  caller integer[], streams text[], expected integer[], ids uuid[], types text[], canonicals text[],
  sealed integer[], paths text[], salts bytea[], sealed_values text[]
) returns table (known bigint, conflict text, head integer, last_position bigint, revisions integer[])
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  last_event bigint;
begin
  for known, conflict, head, last_position, revisions, last_event in
    select v.known, v.conflict, v.head, v.last_position, v.revisions, s.z
    from ledger.append_each(caller, streams, expected, ids, types, canonicals)
      with ordinality as v (known, conflict, head, last_position, revisions, n)
    join (
      select row_number() over (order by c.number) as n, max(c.n) as z
      from unnest(caller) with ordinality as c (number, n) group by c.number
    ) as s on s.n = v.n
    order by v.n
  loop
    if last_position is not null then
      insert into ledger.sealed_value (position, path, salt, value)
        select last_position - last_event + w.n, w.path, w.salt, w.value
        from unnest(sealed, paths, salts, sealed_values) as w (n, path, salt, value)
        where w.n > last_event - cardinality(revisions) and w.n <= last_event;
    end if;
    return next;
  end loop;
end $$;

/**
 * Values of events that this transaction has copied in from \`first\` on. Between the first and the last of them
 * all are its own, since it has held the counter from the one to the other.
 */
create function ledger.import_values(
  first bigint, events integer, sealed integer[], paths text[], salts bytea[], sealed_values text[]
) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if 2 > (
    select count(*) from unnest(array[first, first + events - 1]) as bound (position)
    join ledger.event as e on e.position = bound.position and e.xmin = pg_current_xact_id()::xid
  ) then
    raise exception using errcode = 'LG001', message = 'values come with the events of their own transaction';
  end if;
  perform ledger.keep_values(first, events, sealed, paths, salts, sealed_values);
end $$;

revoke all on all functions in schema ledger from public;
grant select on ledger.sealed_value to ledger_app;
grant execute on function
  ledger.append_group(text[], integer[], uuid[], text[], text[], integer[], text[], bytea[], text[]),
  ledger.append_each(
    integer[], text[], integer[], uuid[], text[], text[], integer[], text[], bytea[], text[]
  ),
  ledger.import_values(bigint, integer, integer[], text[], bytea[], text[]),
  ledger.erase(bigint)
to ledger_app;
`;
