-- Every step of every text of an obligation, in the order in which they were recorded; the closed ones, too. Whose name
-- the reader may not see, that one stays without.
select s.commitment_step_id, dense_rank() over (order by c.commitment_id)::int as nth_text, s.state, s.happened_on,
       s.comment,
       s.actor_id = o.person_id as is_own, p.full_name as by_name, o.full_name,
       case when upper(s.recorded) < 'infinity' then upper(s.recorded) end as undone_at
  from (select x.obligation_id, x.person_id, v.full_name
          from obligation x
          join person_version v on v.person_id = x.person_id and upper(v.recorded) = 'infinity'
         where x.obligation_id = :obligation_id) o
  join commitment c      on c.obligation_id = o.obligation_id
  join commitment_step s on s.commitment_id = c.commitment_id
  left join lateral (select full_name from person_version where person_id = s.actor_id and upper(recorded) = 'infinity'
                      limit 1) p on true
 order by lower(s.recorded), s.commitment_step_id
