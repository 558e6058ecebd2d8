-- The planner knows how many rows of a table with a history are open: it took one in 200 to be. (decision 0161)
create or replace procedure count_open_rows(of_table regclass) language plpgsql as $$
begin
  execute format('create statistics on (upper(recorded)) from %s', of_table);
end $$;

create or replace procedure keep_history(of_table regclass, erasable text default '') language plpgsql as $$
begin
  execute format('create trigger recorded_by_server before insert on %s for each row execute function recorded_by_server()', of_table);
  execute format('create trigger history_is_kept before update or delete on %s for each row execute function history_is_kept(%s)', of_table, nullif(quote_literal(erasable), quote_literal('')));
  call count_open_rows(of_table);
end $$;

do $$
declare
  of_table regclass;
begin
  for of_table in
    select t.tgrelid::regclass from pg_trigger t where t.tgname = 'history_is_kept' order by t.tgrelid::regclass::text
  loop
    call count_open_rows(of_table);
  end loop;
end $$;
