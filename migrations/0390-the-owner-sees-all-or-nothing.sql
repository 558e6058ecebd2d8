-- What the owner sees while it loads is all or nothing, and the planner must know it: a condition that equals something
-- it took for one row in two hundred.
create function is_loading() returns boolean language sql stable as $$
  select nullif(current_setting('neu_guong.loading', true) = 'yes', false) is not null
$$;

create or replace procedure guard_persons(of_table regclass, auditor_reads boolean default true) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('alter table %s force row level security', of_table);
  execute format('create policy the_owner_loads on %s to current_user using (is_loading())', of_table);
  if auditor_reads then
    execute format('create policy the_auditor_reads on %s for select to neu_guong_auditor using (true)', of_table);
  end if;
end $$;

do $$
declare
  guarded regclass;
begin
  for guarded in select polrelid from pg_policy where polname = 'the_owner_loads' loop
    execute format('alter policy the_owner_loads on %s using (is_loading())', guarded);
  end loop;
end $$;
