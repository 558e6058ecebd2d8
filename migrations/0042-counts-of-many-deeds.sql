-- commitment/: the functions of 0040 that count deeds, as they were, planned so that tens of thousands at once take seconds: a long list is joined, not searched for each row.

-- During which days each text of some obligations is approved or later, and in the counts of which cell. `but_…` are rows to leave out, `and_…` closed rows to take in, as in counts_of (0030).
create or replace function approved_during(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}', and_moves bigint[] default '{}',
  but_steps bigint[] default '{}')
returns table (campaign_id integer, unit_id integer, commitment_id bigint, valid daterange) language sql stable as $$
  with subject as materialized (
         select o.obligation_id, o.campaign_id, o.unit_id, daterange(o.due_from, 'infinity') as valid from obligation o where o.obligation_id = any (subjects)),
       move as materialized (
         select m.obligation_id, m.unit_id, daterange(m.moved_on, lead(m.moved_on, 1, 'infinity') over (partition by m.obligation_id order by m.moved_on)) as valid
           from obligation_move m
          where m.obligation_id = any (subjects)
            and (upper(m.recorded) = 'infinity' or m.obligation_move_id in (select unnest(and_moves))) and m.obligation_move_id not in (select unnest(but_moves))),
       cell as (
         select move.obligation_id, move.unit_id, move.valid from move
         union all
         select s.obligation_id, s.unit_id, s.valid from subject s where not exists (select from move m where m.obligation_id = s.obligation_id)),
       excepted as (
         select x.obligation_id, range_agg(x.valid) as valid
           from obligation_exception x
          where x.obligation_id = any (subjects)
            and (upper(x.recorded) = 'infinity' or x.obligation_exception_id in (select unnest(and_exceptions))) and x.obligation_exception_id not in (select unnest(but_exceptions))
          group by 1),
       step as (
         select c.obligation_id, s.commitment_id, s.state,
                daterange(s.happened_on, lead(s.happened_on, 1, 'infinity') over (partition by s.commitment_id order by s.happened_on, s.commitment_step_id)) as valid
           from commitment c
           join commitment_step s on s.commitment_id = c.commitment_id and upper(s.recorded) = 'infinity'
          where c.obligation_id = any (subjects) and upper(c.recorded) = 'infinity' and s.commitment_step_id not in (select unnest(but_steps)))
  select s.campaign_id, c.unit_id, p.commitment_id, unnest(datemultirange(p.valid * c.valid * s.valid) - coalesce(x.valid, '{}'))
    from subject s
    join cell c          on c.obligation_id = s.obligation_id
    join step p          on p.obligation_id = s.obligation_id and is_approved(p.state)
    left join excepted x on x.obligation_id = s.obligation_id
$$;

-- What the deeds of some obligations add to the tallies of their cells, by the day on which it changes.
create or replace function deed_counts_of(
  subjects bigint[],
  but_exceptions bigint[] default '{}', and_exceptions bigint[] default '{}', but_moves bigint[] default '{}', and_moves bigint[] default '{}',
  but_steps bigint[] default '{}', but_deeds bigint[] default '{}', but_reports bigint[] default '{}')
returns table (campaign_id integer, unit_id integer, valid_on date, commitments integer, registered integer, done integer, partly integer, not_done integer)
language sql stable as $$
  with text as materialized (
         select * from approved_during(subjects, but_exceptions, and_exceptions, but_moves, and_moves, but_steps)),
       deed_during as materialized (
         select d.commitment_id, r.state, daterange(r.day, lead(r.day, 1, 'infinity') over (partition by d.deed_id order by r.day, r.place)) as valid
           from deed d
          cross join lateral (
                select null::text as state, d.registered_on as day, 0::bigint as place
                union all
                select s.state, greatest(s.happened_on, d.registered_on), s.deed_step_id
                  from deed_step s
                 where s.deed_id = d.deed_id and upper(s.recorded) = 'infinity' and s.deed_step_id not in (select unnest(but_reports))) r
          where d.commitment_id in (select t.commitment_id from text t) and upper(d.recorded) = 'infinity' and d.deed_id not in (select unnest(but_deeds))),
       point as (
         select t.campaign_id, t.unit_id, t.valid, 1 as commitments, 0 as registered, 0 as done, 0 as partly, 0 as not_done from text t
         union all
         select t.campaign_id, t.unit_id, t.valid * d.valid, 0, 1, coalesce((d.state = 'done')::int, 0), coalesce((d.state = 'partly')::int, 0),
                coalesce((d.state = 'not-done')::int, 0)
           from text t
           join deed_during d on d.commitment_id = t.commitment_id and d.valid && t.valid
          where d.state is distinct from 'replaced')
  select p.campaign_id, p.unit_id, turn.day, sum(turn.sign * p.commitments)::int, sum(turn.sign * p.registered)::int, sum(turn.sign * p.done)::int,
         sum(turn.sign * p.partly)::int, sum(turn.sign * p.not_done)::int
    from point p
   cross join lateral (values (lower(p.valid), 1), (upper(p.valid), -1)) as turn (day, sign)
   where turn.day < 'infinity'
   group by 1, 2, 3
$$;
