-- access/: a scope is found once a question, also where a policy asks for it of each row.
-- «m.unit_id in (the units where one may)» inside an «exists» is planned as a join, and the list of units is read for every row: for an office of a province, thousands
-- of units for each of tens of thousands of persons. Asked whether it «is true», it is not joined: the list is hashed once, and each row is one look into it.
do $$
declare
  within   constant text := '\((\w+)\.unit_id IN \( SELECT u\.unit_id\s+FROM units_where_may\(''([\w-]+)''::text, ''([\w-]+)''::text\) u\(unit_id\)\)\)';
  respelt  constant text := '((\1.unit_id in (select u.unit_id from units_where_may(''\2'', ''\3'') u)) is true)';
  one      record;
begin
  for one in
    select p.polname, p.polrelid::regclass as of_table, pg_get_expr(p.polqual, p.polrelid) as reads, pg_get_expr(p.polwithcheck, p.polrelid) as writes
      from pg_policy p
     where concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ 'EXISTS'
       and concat(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) ~ within
  loop
    if one.reads is not null then
      execute format('alter policy %I on %s using (%s)', one.polname, one.of_table, regexp_replace(one.reads, within, respelt, 'g'));
    end if;
    if one.writes is not null then
      execute format('alter policy %I on %s with check (%s)', one.polname, one.of_table, regexp_replace(one.writes, within, respelt, 'g'));
    end if;
  end loop;
end $$;
