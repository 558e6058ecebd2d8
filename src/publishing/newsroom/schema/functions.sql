create or replace function citation_is_printed() returns trigger language plpgsql as $$
begin
  raise exception 'a citation is part of what was printed' using errcode = 'check_violation', constraint = 'citation_is_printed';
end $$;
create trigger citation_is_printed before update or delete on citation for each row execute function citation_is_printed();
