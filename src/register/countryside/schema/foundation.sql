-- A giver's name as two clerks would write it alike: without marks, and without what stands before it.
create or replace function giver_print(giver text) returns text language sql immutable as $$
  select regexp_replace(folded(giver), '^((ho|gia dinh|ong|ba|anh|chi|co|chu|bac) +)+', '')
$$;
