-- access/: one's own rows are seen before any scope is looked for.
-- The policies by which a row may be read are asked one after the other until one of them says yes, in the order that PostgreSQL keeps them in: by their names, the last one first. So a scope was found,
-- and all memberships were walked, for whoever read their own name. Now the cheapest question has the last name, and is asked first.
do $$
declare
  of_table regclass;
begin
  for of_table in select polrelid from pg_policy where polname = 'one_reads_ones_own' loop
    execute format('alter policy one_reads_ones_own on %s rename to your_own_are_yours', of_table);
  end loop;
end $$;

create or replace procedure guard_persons(of_table regclass) language plpgsql as $$
begin
  execute format('alter table %s enable row level security', of_table);
  execute format('alter table %s force row level security', of_table);
  execute format('create policy the_owner_loads on %s to %I using (current_setting(''neu_guong.loading'', true) = ''yes'')', of_table, current_user);
  execute format('create policy the_auditor_reads on %s for select to neu_guong_auditor using (true)', of_table);
  if exists (select from pg_attribute where attrelid = of_table and attname = 'person_id' and not attisdropped) then
    execute format('create policy your_own_are_yours on %s for select to neu_guong_app using (person_id = current_person_id())', of_table);
  end if;
end $$;
