-- Models that had started by a day and had not ended then, as the register knew it; each with how many units had taken
-- it up by then and still had it.
-- A model belongs to U as its exemplar does: if its territory stood under U on the day it started, or belongs to what U
-- has become on the day asked.
with recursive under (unit_id, during) as (
       select u.unit_id, daterange(null, null)
         from unit u
        where u.key = :unit
       union all
       select p.unit_id, p.valid * u.during
         from under u
         join placement p on p.hierarchy = 'territory' and p.parent_id = u.unit_id
                         and p.recorded @> :recorded_as_of::timestamptz and p.valid && u.during
     ),
     now_under as materialized (
       select m.unit_id from members_of('territory', (select unit_id from unit where key = :unit), :valid_as_of,
                                        :recorded_as_of) m
     )
select 'model-' || m.model_id as key, m.name, e.field, f.name_vi as field_name, m.started_on,
       (select count(*)::int from adoption a
         where a.model_id = m.model_id and a.started_on <= :valid_as_of::date
           and a.recorded @> :recorded_as_of::timestamptz
           and not exists (select from adoption_end d
                            where d.adoption_id = a.adoption_id and d.ended_on < :valid_as_of::date
                              and d.recorded @> :recorded_as_of::timestamptz)) as adoptions
  from model m
  join exemplar e on e.exemplar_id = m.exemplar_id and e.recorded @> :recorded_as_of::timestamptz
  join field f    using (field)
 where m.started_on <= :valid_as_of::date and m.recorded @> :recorded_as_of::timestamptz
   and not exists (select from model_end x
                    where x.model_id = m.model_id and x.ended_on < :valid_as_of::date
                      and x.recorded @> :recorded_as_of::timestamptz)
   and (   exists (select from under u where u.unit_id = e.unit_id and u.during @> m.started_on)
        or e.unit_id in (select n.unit_id from now_under n))
 order by m.model_id
