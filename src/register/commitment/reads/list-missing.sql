-- Who is missing in a campaign in a unit and all below it: to whom it was returned first, then by cell and by name as
-- Vietnamese are sorted: by the given name, last.
-- The tallies say in which cells somebody is missing, and how many: only there are persons looked at, and where as many
-- have written nothing, nobody else’s steps. Only of those who are missing is the name asked.
-- The units come as arrays, and what belongs to one person is looked up for each: the planner would go through
-- everybody there is.
with lacking as materialized (
       select t.unit_id, sum(t.due) - sum(t.submitted) as people
         from commitment_tally t
        where t.campaign_id = :campaign_id and t.valid_on <= :day::date
          and t.unit_id = any (array(select a.unit_id from unit u
                                      cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a
                                      where u.key = :unit))
        group by t.unit_id
       having sum(t.due) > sum(t.submitted)),
     owing as materialized (
       select o.obligation_id, o.person_id, o.unit_id, c.commitment_id, l.people,
              count(*) filter (where c.commitment_id is null) over (partition by o.unit_id) as silent
         from obligation o
         join lacking l using (unit_id)
         left join lateral (select commitment_id from commitment
                             where obligation_id = o.obligation_id and upper(recorded) = 'infinity'
                             order by version desc limit 1) c on true
        where o.campaign_id = :campaign_id and o.due_from <= :day::date
          and o.unit_id = any (array(select unit_id from lacking))
          and not exists (select from obligation_exception x
                           where x.obligation_id = o.obligation_id and x.valid @> :day::date
                             and upper(x.recorded) = 'infinity')),
     missing as materialized (
       select w.obligation_id, w.person_id, w.unit_id, s.state
         from owing w
         left join lateral (select state from commitment_step
                             where commitment_id = w.commitment_id and w.silent < w.people
                               and upper(recorded) = 'infinity'
                             order by happened_on desc, commitment_step_id desc limit 1) s on true
        where w.commitment_id is null or (w.silent < w.people and not is_handed_in(s.state)))
select m.obligation_id, m.unit_id, v.name as unit_name, p.full_name, m.state
  from missing m
  join lateral (select full_name from person_version
                 where person_id = m.person_id and upper(recorded) = 'infinity' limit 1) p on true
  join lateral (select name from unit_version
                 where unit_id = m.unit_id and valid @> last_day_alive(m.unit_id, :day, recorded_now())
                   and upper(recorded) = 'infinity' limit 1) v on true
 order by m.state is distinct from 'returned', v.name collate "vi-x-icu",
       regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu", p.full_name collate "vi-x-icu"
