-- Everybody who is due in a campaign in a unit and all below it, with where their commitment stands; by cell and by
-- name as Vietnamese are sorted: by the given name, last.
-- The units come as an array, and what belongs to one person is looked up for each: the planner would go through
-- everybody there is.
select o.obligation_id, o.person_id, o.unit_id, v.name as unit_name, p.full_name, x.state as exception,
       x.reason as exception_reason,
       c.commitment_id, s.commitment_step_id, s.state, s.happened_on, r.entered_by is not null as is_by_proxy,
       k.commitment_id is not null as is_confirmed,
       (select string_agg(d.what, '; ' order by d.ordinal) from deed d
         where d.commitment_id = c.commitment_id and upper(d.recorded) = 'infinity') as deeds
  from obligation o
  join lateral (select full_name from person_version
                 where person_id = o.person_id and upper(recorded) = 'infinity' limit 1) p on true
  join lateral (select name from unit_version
                 where unit_id = o.unit_id and valid @> last_day_alive(o.unit_id, :day, recorded_now())
                   and upper(recorded) = 'infinity' limit 1) v on true
  left join obligation_exception x on x.obligation_id = o.obligation_id and x.valid @> :day::date
                                  and upper(x.recorded) = 'infinity'
  left join lateral (select commitment_id from commitment
                      where obligation_id = o.obligation_id and upper(recorded) = 'infinity' order by version desc
                      limit 1) c on true
  left join lateral (select commitment_step_id, state, happened_on from commitment_step
                      where commitment_id = c.commitment_id and upper(recorded) = 'infinity'
                      order by happened_on desc, commitment_step_id desc limit 1) s on true
  left join commitment_receipt r on r.commitment_id = c.commitment_id
  left join proxy_confirmation k on k.commitment_id = c.commitment_id
 where o.campaign_id = :campaign_id
   and o.unit_id = any (array(select a.unit_id from unit u
                               cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a
                               where u.key = :unit))
 order by v.name collate "vi-x-icu", regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu",
       p.full_name collate "vi-x-icu"
