-- Accounts, the means of signing in, sessions, roles, delegations; and the scopes of all roles as row-level security.
--
-- Who is not signed in yet sees one row at most: the one that matches what they present at the door (a name, a token, a
-- code, a key's number).
-- From then on they see their own.  set local neu_guong.presented = '…'  is written by one function of access/, inside
-- a transaction.
create or replace function presented() returns text language sql stable parallel safe as $$
  select nullif(current_setting('neu_guong.presented', true), '')
$$;

create or replace function today_in_vietnam() returns date language sql stable parallel safe as $$
  select (now() at time zone 'Asia/Ho_Chi_Minh')::date
$$;

-- Triggers that keep the counts see all rows, whoever writes: a count must not depend on what its writer may read. They
-- run as the owner, answer nothing and cannot be
-- called. The owner in a session of the application is one of them: nothing else lends its rights (a test holds the
-- list). Said to the planner as `is_loading` says it.
create or replace function is_keeping_counts() returns boolean language sql stable as $$
  select nullif(coalesce(nullif(current_setting('role'), 'none'), session_user) = 'neu_guong_app', false) is not null
$$;

create or replace function day_in_vietnam(instant timestamptz) returns date language sql immutable parallel safe as $$
  select (instant at time zone 'Asia/Ho_Chi_Minh')::date
$$;
