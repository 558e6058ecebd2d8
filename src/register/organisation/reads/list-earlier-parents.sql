-- What units were under before they came to where they are, each by its name of then.
select u.key, v.name
  from unit u
 cross join lateral (
       select p.parent_id, upper(p.valid) as until
         from placement p
        where p.unit_id = u.unit_id and p.hierarchy = :hierarchy and is_open(p.recorded)
          and upper(p.valid) <= :day::date
        order by upper(p.valid) desc
        limit 1) p
  join unit_version v on v.unit_id = p.parent_id and is_open(v.recorded) and v.valid @> p.until - 1
 where u.key = any (:keys::text[])
