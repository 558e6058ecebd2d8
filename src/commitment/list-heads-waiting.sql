-- Who heads the cell in which they are due, in a unit and all below it, and whose own text waits: the level above endorses it. By the day it was handed in, the oldest first.
select o.obligation_id, o.person_id, o.unit_id, cell.key as unit, v.name as unit_name, p.full_name, s.happened_on
  from unit u
 cross join lateral answering('party', u.unit_id, :day, now()) a
  join obligation o      on o.unit_id = a.unit_id and o.campaign_id = :campaign_id
  join unit cell         on cell.unit_id = o.unit_id
  join unit_version v    on v.unit_id = o.unit_id and v.valid @> last_day_alive(o.unit_id, :day, now()) and upper(v.recorded) = 'infinity'
  join post              on post.unit_id = o.unit_id and post.is_head
  join tenure t          on t.post_id = post.post_id and t.person_id = o.person_id and t.valid @> :day::date and upper(t.recorded) = 'infinity'
  join person_version p  on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
  join lateral (select commitment_id from commitment
                 where obligation_id = o.obligation_id and upper(recorded) = 'infinity' order by version desc limit 1) c on true
  join lateral (select state, happened_on from commitment_step
                 where commitment_id = c.commitment_id and upper(recorded) = 'infinity' order by happened_on desc, commitment_step_id desc limit 1) s on true
 where u.key = :unit and s.state = 'submitted'
   and not exists (select from obligation_exception x where x.obligation_id = o.obligation_id and x.valid @> :day::date and upper(x.recorded) = 'infinity')
 order by s.happened_on, v.name collate "vi-x-icu", o.obligation_id
