-- Arrangements are a history: what was arranged, done and approved stands.
create or replace function arrangement_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'check_violation',
    constraint = 'arrangement_is_kept';
end $$;
create trigger arrangement_is_kept before update or delete on arrangement for each row
  execute function arrangement_is_kept();
create trigger arrangement_is_kept before update or delete on arrangement_hand for each row
  execute function arrangement_is_kept();
create trigger arrangement_is_kept before update or delete on arrangement_step for each row
  execute function arrangement_is_kept();
create trigger arrangement_is_kept before update or delete on arrangement_version for each row
  execute function arrangement_is_kept();
create trigger arrangement_is_kept before update or delete on arrangement_approval for each row
  execute function arrangement_is_kept();

-- The newsrooms where whoever asks may do an act to pages. They are everybody's, so only the newsroom of the unit that
-- stands above all has them.
create or replace function newsrooms_of_pages(of_act text) returns table (unit_id integer) language sql stable as $$
  select t.unit_id from top_of_party() t join units_where_may('page', of_act) u using (unit_id)
$$;

create or replace function may_to_arrangement(of_arrangement integer, of_act text) returns boolean
language sql stable as $$
  select exists (
    select from arrangement a
     where a.arrangement_id = of_arrangement and a.unit_id in (select n.unit_id from newsrooms_of_pages(of_act) n))
$$;

-- Whose act a move is.
create or replace function act_of_page_move(of_move text) returns text language sql immutable parallel safe as $$
  select case when of_move in ('approve', 'return', 'recall') then 'approve' else 'arrange' end
$$;
