-- The ground every room stands on: extensions, and three procedures that later migrations call on their tables.

create extension if not exists btree_gist;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Stock unaccent is STABLE; indexes need an IMMUTABLE function. «Đường» and «duong» fold alike.
create function folded(words text) returns text
  language sql immutable parallel safe strict
  return lower(public.unaccent('public.unaccent', normalize(words, nfc)));

-- Recorded time is the server's. The owner, who loads a seed or an archive, may give the instants of the past; the application may not.
create function recorded_by_server() returns trigger language plpgsql as $$
begin
  if current_user = 'neu_guong_app' then
    new.recorded := tstzrange(transaction_timestamp(), 'infinity');
  end if;
  return new;
end $$;

-- History is append-only: an update may close `recorded` at the server's time and change nothing else; nothing is deleted.
create function history_is_kept() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'rows of % are never deleted', tg_table_name using errcode = 'check_violation', constraint = 'history_is_kept';
  end if;
  if to_jsonb(new) - 'recorded' is distinct from to_jsonb(old) - 'recorded'
     or upper(old.recorded) <> 'infinity'
     or lower(new.recorded) <> lower(old.recorded)
     or upper(new.recorded) <> transaction_timestamp() then
    raise exception 'a row of % may only be closed', tg_table_name using errcode = 'check_violation', constraint = 'history_is_kept';
  end if;
  return new;
end $$;

create procedure keep_history(of_table regclass) language plpgsql as $$
begin
  execute format('create trigger recorded_by_server before insert on %s for each row execute function recorded_by_server()', of_table);
  execute format('create trigger history_is_kept before update or delete on %s for each row execute function history_is_kept()', of_table);
end $$;

-- Says on the channel neu_guong_changed which table a committed statement wrote: page caches listen.
create function announce_change() returns trigger language plpgsql as $$
begin
  perform pg_notify('neu_guong_changed', tg_table_name);
  return null;
end $$;

create procedure announce(of_table regclass) language plpgsql as $$
begin
  execute format('create trigger announce_change after insert or update or delete on %s for each statement execute function announce_change()', of_table);
end $$;

-- Who is asking. After a transaction-local set_config the setting is '', not null.
create function current_person_id() returns bigint language sql stable parallel safe
  return nullif(current_setting('neu_guong.person_id', true), '')::bigint;

-- Row-level security, forced on the owner too. A person sees their own rows, the auditor all; rooms add the policies of their scopes.
-- The owner sees persons only while it loads a seed or an archive, and says so:  set local neu_guong.loading = 'yes'
create procedure guard_persons(of_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('alter table %s force row level security', of_table);
  execute format('create policy the_owner_loads on %s to %I using (current_setting(''neu_guong.loading'', true) = ''yes'')', of_table, current_user);
  execute format('create policy the_auditor_reads on %s for select to neu_guong_auditor using (true)', of_table);
  if exists (select from pg_attribute where attrelid = of_table and attname = 'person_id' and not attisdropped) then
    execute format('create policy one_reads_ones_own on %s for select to neu_guong_app using (person_id = current_person_id())', of_table);
  end if;
end $$;

alter default privileges in schema public grant select on tables to neu_guong_app, neu_guong_auditor;
alter default privileges in schema public grant insert, update on tables to neu_guong_app;
alter default privileges in schema public grant usage, select on sequences to neu_guong_app;
