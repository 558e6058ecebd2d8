-- What a merger means for each unit that it names, as the register would be after it: asked in the transaction that
-- carries it out, by the owner, who sees all.
-- The eve is as it was; of a unit that begins, the day is. People and commitments are those of the unit with all under
-- it.
with named as (
  select u.unit_id, n.key, n.fate, n.place, v.name, v.unit_kind, k.hierarchy,
         nullif(successor_of(u.unit_id, :day::date, recorded_now()), u.unit_id) as heir_id,
         case when n.fate = 'begins' then :day::date else :day::date - 1 end as seen_on
    from jsonb_to_recordset(:named::jsonb) as n (key text, fate text, place integer)
    join unit u         on u.key = n.key
    join unit_version v on v.unit_id = u.unit_id
                       and v.valid @> case when n.fate = 'begins' then :day::date else :day::date - 1 end
                       and upper(v.recorded) = 'infinity'
    join unit_kind k    on k.unit_kind = v.unit_kind),
     headless as (
  select n.unit_id, coalesce(n.heir_id, n.unit_id) as living_id
    from named n
   where n.hierarchy = 'party'
     and not exists (select from post p join tenure t using (post_id)
                      where p.unit_id = coalesce(n.heir_id, n.unit_id) and p.is_head and t.valid @> :day::date
                        and upper(t.recorded) = 'infinity'))
select n.key, n.name, n.unit_kind, n.hierarchy, n.fate,
       case when h.name is not null then jsonb_build_object('key', hu.key, 'name', h.name) end as counted_for,
       case when n.fate <> 'begins' then (select count(*)::int from membership m
          where m.valid @> (:day::date - 1) and upper(m.recorded) = 'infinity'
            and m.unit_id in (select a.unit_id
                                from units_by_branch('party', n.unit_id, :day::date - 1, recorded_now()) a)) end
       as people_before,
       case when n.fate <> 'ends' then (select count(*)::int from membership m
          where m.valid @> :day::date and upper(m.recorded) = 'infinity'
            and m.unit_id in (select a.unit_id
                                from units_by_branch('party', n.unit_id, :day::date, recorded_now()) a)) end
       as people_after,
       case when n.fate = 'ends' and n.heir_id is null then (select count(*)::int from membership m
          where m.valid @> :day::date and upper(m.recorded) = 'infinity'
            and m.unit_id in (select a.unit_id
                                from units_by_branch('party', n.unit_id, :day::date - 1, recorded_now()) a
                               where a.branch_id = n.unit_id)) else 0 end as people_left,
       l.living_id is not null as is_headless,
       (select coalesce(jsonb_agg(jsonb_build_object('key', b.key, 'name', b.name, 'people', b.people)
                                  order by b.rank, b.name collate "vi-x-icu"), '[]')
          from (select bu.key, bv.name, bk.rank, (select count(*)::int from membership m
                          where m.valid @> :day::date and upper(m.recorded) = 'infinity'
                            and m.unit_id in (select a.unit_id
                                                from units_by_branch('party', bv.unit_id, :day::date,
                                                                     recorded_now()) a)) as people
                  from unit_version bv
                  join unit bu      on bu.unit_id = bv.unit_id
                  join unit_kind bk on bk.unit_kind = bv.unit_kind and bk.hierarchy = 'party' and bk.unit_kind <> 'cell'
                 where n.fate = 'ends' and bv.place_id = n.unit_id and bv.valid @> :day::date
                   and upper(bv.recorded) = 'infinity') b) as bodies,
       (select coalesce(jsonb_agg(jsonb_build_object('title', p.title, 'holder', b.full_name, 'is_head', p.is_head,
                                                     'acts', p.is_head and (n.fate <> 'ends' or exists (
                 select from reach_of(n.unit_id, :day::date, recorded_now()) r where r.unit_id = n.heir_id)))
                                  order by p.is_head desc, p.title, b.full_name), '[]')
          from post p
          join tenure t         on t.post_id = p.post_id and t.valid @> n.seen_on and upper(t.recorded) = 'infinity'
          join person_version b on b.person_id = t.person_id and upper(b.recorded) = 'infinity'
         where p.unit_id = n.unit_id) as posts,
       (select jsonb_build_object('due', count(*), 'handed_in', count(*) filter (where is_handed_in(s.state)))
          from obligation o
          join campaign_terms t on t.campaign_id = o.campaign_id and t.closes_on >= :day::date
                               and upper(t.recorded) = 'infinity'
          left join lateral (select commitment_id from commitment c
                              where c.obligation_id = o.obligation_id and upper(c.recorded) = 'infinity'
                              order by version desc limit 1) c on true
          left join lateral (select state from commitment_step s
                              where s.commitment_id = c.commitment_id and upper(s.recorded) = 'infinity'
                              order by happened_on desc, commitment_step_id desc limit 1) s on true
         where o.unit_id in (select a.unit_id from units_by_branch('party', n.unit_id, n.seen_on, recorded_now()) a)
           and not exists (select from obligation_exception x
                            where x.obligation_id = o.obligation_id and x.valid @> :day::date
                              and upper(x.recorded) = 'infinity')) as commitments,
       (select count(*)::int from plan_duty d join post p using (post_id)
         where p.unit_id = n.unit_id and upper(d.recorded) = 'infinity' and make_date(d.year, 12, 31) >= :day::date)
       as plans,
       (select coalesce(jsonb_agg(jsonb_build_object('role', g.role, 'holder', b.full_name,
                 'reaches', (select count(*) from reach_of(n.unit_id, :day::date, recorded_now()) r
                              where exists (select from unit_version v
                                             where v.unit_id = r.unit_id and v.valid @> :day::date
                                               and upper(v.recorded) = 'infinity')))
                 order by g.role, b.full_name), '[]')
          from (select person_id, role, unit_id, valid, recorded from role_grant
                 union all
                select receiver_id, role, unit_id, valid, recorded from delegation) g
          join person_version b on b.person_id = g.person_id and upper(b.recorded) = 'infinity'
         where g.unit_id = n.unit_id and g.valid @> :day::date and upper(g.recorded) = 'infinity') as scopes,
       (select coalesce(jsonb_agg(o.full_name order by o.rank desc, o.full_name), '[]')
          from (select distinct b.full_name, k.rank
                  from role_grant g
                  join unit_version w   on w.unit_id = g.unit_id
                                       and w.valid @> last_day_alive(g.unit_id, :day::date, recorded_now())
                                       and upper(w.recorded) = 'infinity'
                  join unit_kind k      on k.unit_kind = w.unit_kind
                  join person_version b on b.person_id = g.person_id and upper(b.recorded) = 'infinity'
                 where g.role in ('unit-office', 'superior-office') and g.valid @> :day::date
                   and upper(g.recorded) = 'infinity'
                   and is_under(l.living_id, 'party', g.unit_id, :day::date, recorded_now())) o) as offices
  from named n
  left join unit_version h on h.unit_id = n.heir_id and h.valid @> :day::date and upper(h.recorded) = 'infinity'
  left join unit hu        on hu.unit_id = n.heir_id
  left join headless l     on l.unit_id = n.unit_id
 order by n.place
