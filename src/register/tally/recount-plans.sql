-- The units and years whose tally of leaders' plans is not what the duties that stand give. Years of an archive that
-- brought tallies without duties have nothing to be recounted from.
with given as (
       select unit_id, year, count(*) as tenures,
              count(*) filter (where is_planned(post_id, person_id, year)) as planned
         from plan_duty
        where upper(recorded) = 'infinity'
        group by 1, 2),
     told as (
       select unit_id, year, sum(tenures) as tenures, sum(planned) as planned
         from leadership_tally
        where year in (select year from plan_duty)
        group by 1, 2)
select unit_id, year
  from told t
  full join given g using (unit_id, year)
 where (coalesce(t.tenures, 0), coalesce(t.planned, 0)) <> (coalesce(g.tenures, 0), coalesce(g.planned, 0))
 order by 1, 2
