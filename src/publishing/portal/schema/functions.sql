create or replace function page_edition_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what stood before the public stands' using errcode = 'check_violation',
    constraint = 'page_edition_is_kept';
end $$;
create trigger page_edition_is_kept before update or delete on page_edition for each row
  execute function page_edition_is_kept();
