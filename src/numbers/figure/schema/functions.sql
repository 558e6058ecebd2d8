create or replace function figure_run_is_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'a run of a figure is immutable' using errcode = 'check_violation',
    constraint = 'figure_run_is_frozen';
end $$;
create trigger figure_run_is_frozen before update or delete on figure_run for each row
  execute function figure_run_is_frozen();
