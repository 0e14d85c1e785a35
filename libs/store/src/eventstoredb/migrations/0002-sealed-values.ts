/**
 * Values and salts of sealed fields of a ledger that lies in EventStoreDB.
 *
 * They are written before their event, whose position nobody knows yet: so they are kept by its id, and an
 * append that comes twice under other salts leaves more than one for a field. The commitment in the event says
 * which of them it is; what opens nothing is never shown, and an erasure takes all of a field.
 */
export const sealedValues = `
create table ledger_order.sealed_value (
  event_id uuid not null,
  path text collate "C" not null,
  salt bytea not null,
  value text not null,
  constraint sealed_value_place primary key (event_id, path, salt),
  constraint sealed_value_salt check (length(salt) = 32)
);
comment on table ledger_order.sealed_value is 'What opens the commitments that events hold; lawful erasure deletes it';

create table ledger_order.erased (
  event_id uuid not null,
  path text collate "C" not null,
  erasure bigint not null,
  constraint erased_field primary key (event_id, path)
);
comment on column ledger_order.erased.erasure is 'Position of the event that names the field';

create trigger append_only before update or delete or truncate on ledger_order.erased
  for each statement execute function ledger_order.refuse_change();
alter table ledger_order.erased enable always trigger append_only;

/** A value goes when an erasure names it, or when the event it was meant for never came to be. */
create function ledger_order.refuse_loss() returns trigger
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  if exists (select from ledger_order.erased as x where x.event_id = old.event_id and x.path = old.path)
    or not exists (select from ledger_order.place as p where p.id = old.event_id) then
    return old;
  end if;
  raise exception using
    errcode = 'LG002',
    message = format('%s: chỉ xóa theo sự kiện đã ghi / only a recorded erasure deletes (%s)', tg_table_name, tg_op);
end $$;

create trigger append_only before update or truncate on ledger_order.sealed_value
  for each statement execute function ledger_order.refuse_change();
create trigger only_by_erasure before delete on ledger_order.sealed_value
  for each row execute function ledger_order.refuse_loss();
alter table ledger_order.sealed_value enable always trigger append_only;
alter table ledger_order.sealed_value enable always trigger only_by_erasure;

/** What is erased does not come back. */
create function ledger_order.keep_values(ids uuid[], paths text[], salts bytea[], sealed_values text[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into ledger_order.sealed_value (event_id, path, salt, value)
    select s.id, s.path, s.salt, s.value from unnest(ids, paths, salts, sealed_values) as s (id, path, salt, value)
    where not exists (select from ledger_order.erased as x where x.event_id = s.id and x.path = s.path)
  on conflict do nothing
$$;

/** Of an append that was refused. */
create function ledger_order.drop_values(ids uuid[], paths text[], salts bytea[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from ledger_order.sealed_value as v using unnest(ids, paths, salts) as s (id, path, salt)
    where v.event_id = s.id and v.path = s.path and v.salt = s.salt
      and not exists (select from ledger_order.place as p where p.id = s.id)
$$;

/**
 * Deletes what the erasure at this position names; how many fields went. The text is what lies in EventStoreDB:
 * the leaf kept beside the position says that it is that event. LG004: no erasure is recorded there.
 */
create function ledger_order.erase(erasure_position bigint, canonical text) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  said jsonb;
  gone bigint;
begin
  if exists (
    select from ledger_order.place as p
    where p.position = erasure_position and p.type = 'sealed-field.erased'
      and p.leaf = sha256('\\x00'::bytea || convert_to(canonical, 'UTF8'))
  ) then
    said := canonical::jsonb;
  end if;
  if said is null or said ->> 'type' is distinct from 'sealed-field.erased'
    or said #>> '{data,eventId}' !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    or jsonb_typeof(said #> '{data,paths}') is distinct from 'array' then
    raise exception using errcode = 'LG004', message = format('position %s holds no erasure', erasure_position);
  end if;
  insert into ledger_order.erased (event_id, path, erasure)
    select distinct p.id, n.path, erasure_position
    from ledger_order.place as p, jsonb_array_elements_text(said #> '{data,paths}') as n (path)
    where p.id = (said #>> '{data,eventId}')::uuid and p.position < erasure_position
  on conflict do nothing;
  with deleted as (
    delete from ledger_order.sealed_value as v using ledger_order.erased as x
    where v.event_id = (said #>> '{data,eventId}')::uuid and x.event_id = v.event_id and x.path = v.path
    returning v.path
  )
  select count(distinct d.path) into gone from deleted as d;
  return gone;
end $$;

revoke all on all functions in schema ledger_order from public;
grant select on ledger_order.sealed_value, ledger_order.erased to ledger_app;
grant execute on function
  ledger_order.keep_values(uuid[], text[], bytea[], text[]),
  ledger_order.drop_values(uuid[], text[], bytea[]),
  ledger_order.erase(bigint, text)
to ledger_app;
`;
