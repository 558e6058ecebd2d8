-- What was sent and said of a photo stands: another version follows it.
create or replace function photo_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = 'check_violation',
    constraint = 'photo_is_kept';
end $$;
create trigger photo_is_kept before update or delete on image for each row execute function photo_is_kept();
create trigger photo_is_kept before update or delete on image_file for each row execute function photo_is_kept();
create trigger photo_is_kept before update or delete on photo for each row execute function photo_is_kept();
create trigger photo_is_kept before update or delete on photo_version for each row execute function photo_is_kept();
