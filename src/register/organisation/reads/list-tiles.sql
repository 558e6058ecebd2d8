-- The province as tiles: of the maps that were drawn, the one with most communes alive on the day as the register knew
-- it, each with its district.
with alive as (
       select t.drawn_from, t.map_column, t.map_row, t.unit_id, v.name, v.unit_kind
         from map_tile t
         join unit_version v using (unit_id)
        where v.valid @> :valid_as_of::date and v.recorded @> :recorded_as_of::timestamptz)
select u.key, a.name, a.unit_kind, pu.key as parent, pv.name as parent_name, a.map_column, a.map_row
  from alive a
  join unit u using (unit_id)
  left join placement p on p.unit_id = a.unit_id and p.hierarchy = 'territory'
                       and p.valid @> :valid_as_of::date and p.recorded @> :recorded_as_of::timestamptz
  left join unit pu     on pu.unit_id = p.parent_id
  left join unit_version pv on pv.unit_id = p.parent_id and pv.valid @> :valid_as_of::date
                           and pv.recorded @> :recorded_as_of::timestamptz
 where a.drawn_from = (select m.drawn_from from alive m group by m.drawn_from order by count(*) desc, m.drawn_from desc
                        limit 1)
 order by a.map_row, a.map_column
