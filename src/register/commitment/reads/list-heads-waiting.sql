-- Who heads the cell in which they are due, in a unit and all below it, and whose own text waits: the level above
-- endorses it. By the day it was handed in, the oldest first.
-- From the few that are heads to the fewer that wait: names, cells and exceptions are asked of these alone.
with head as materialized (
       select post.unit_id, t.person_id
         from post
         join tenure t on t.post_id = post.post_id and t.valid @> :day::date and upper(t.recorded) = 'infinity'
        where post.is_head
          and (post.unit_id in (select a.unit_id from unit u
                                 cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a
                                 where u.key = :unit)) is true),
     waiting as materialized (
       select o.obligation_id, o.person_id, o.unit_id, s.happened_on
         from head h
         join obligation o on o.person_id = h.person_id and o.unit_id = h.unit_id and o.campaign_id = :campaign_id
         join lateral (select commitment_id from commitment
                        where obligation_id = o.obligation_id and upper(recorded) = 'infinity' order by version desc
                        limit 1) c on true
         join lateral (select state, happened_on from commitment_step
                        where commitment_id = c.commitment_id and upper(recorded) = 'infinity'
                        order by happened_on desc, commitment_step_id desc limit 1) s on true
        where s.state = 'submitted')
select w.obligation_id, w.person_id, w.unit_id, cell.key as unit, v.name as unit_name, p.full_name, w.happened_on
  from waiting w
  join unit cell         on cell.unit_id = w.unit_id
  join unit_version v    on v.unit_id = w.unit_id and v.valid @> last_day_alive(w.unit_id, :day, recorded_now())
                        and upper(v.recorded) = 'infinity'
  join person_version p  on p.person_id = w.person_id and upper(p.recorded) = 'infinity'
 where not exists (select from obligation_exception x
                    where x.obligation_id = w.obligation_id and x.valid @> :day::date
                      and upper(x.recorded) = 'infinity')
 order by w.happened_on, v.name collate "vi-x-icu", w.obligation_id
