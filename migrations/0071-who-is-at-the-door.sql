-- access/: who is signed in, found in one question. It is asked before every page of whoever works; as eight, one after the other, it was half of most answers.
-- It is a transaction of its own. It shows the token as a stranger does, and asks on as the one whose session it is. Whether the session is over is for the program to say (sessions.ts); here is noted that it was seen,
-- not more often than `again`, and not where it had been quiet for longer than `idle`.
create function at_the_door(of_token text, at_instant timestamptz, on_day date, again interval, idle interval)
returns table (session_id bigint, person_id bigint, stage text, begun_at timestamptz, seen_at timestamptz, ended_at timestamptz, name text, sign_in_name text, held jsonb)
language plpgsql as $$
#variable_conflict use_column
declare
  found_session session;
begin
  perform set_config('neu_guong.presented', of_token, true);
  select s.* into found_session from session s where s.token_digest = of_token;
  if not found then return; end if;
  perform set_config('neu_guong.person_id', found_session.person_id::text, true);
  if found_session.ended_at is null and at_instant - found_session.seen_at > again and at_instant - found_session.seen_at < idle then
    -- A crash may forget that somebody was seen a moment ago: the answer does not wait for the disk.
    perform set_config('synchronous_commit', 'off', true);
    update session set seen_at = at_instant where session_id = found_session.session_id;
  end if;
  return query
    select found_session.session_id, found_session.person_id, found_session.stage, found_session.begun_at, found_session.seen_at, found_session.ended_at,
           v.full_name, a.sign_in_name,
           (select coalesce(jsonb_agg(h order by h.role, h.unit_id, h.giver_id nulls first), '[]') from roles_held(found_session.person_id, on_day, now()) h)
      from person_version v
      join account a on a.person_id = v.person_id and upper(a.recorded) = 'infinity'
     where v.person_id = found_session.person_id and upper(v.recorded) = 'infinity';
end $$;
