-- Whether consent in a scope is in force: today in Vietnam, as the register knows it now. Publishing asks at the moment
-- of showing.
create or replace function has_consent(of_exemplar bigint, in_scope text) returns boolean language sql stable parallel safe as $$
  select exists (
    select from consent c
     where c.exemplar_id = of_exemplar and c.scope = in_scope
       and c.valid @> (now() at time zone 'Asia/Ho_Chi_Minh')::date and is_open(c.recorded))
$$;
