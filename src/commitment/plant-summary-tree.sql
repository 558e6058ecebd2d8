-- One empty line for each unit under a campaign's root on a day, and for each that has ended and for which one of them answers.
with recursive tree (unit_id, parent_id) as (
       select c.unit_id, null::integer
         from campaign c
        where c.campaign_id = :campaign_id::int
        union all
       select p.unit_id, p.parent_id
         from tree t
         join placement p on p.hierarchy = 'party' and p.parent_id = t.unit_id
        where p.valid @> :day::date and p.recorded @> :settled_at::timestamptz),
     main as materialized (
       select distinct on (s.predecessor_id) s.predecessor_id, s.successor_id
         from succession s
         join succession_event e on e.succession_event_id = s.succession_event_id
                                and e.effective_on <= :day::date and e.recorded @> :settled_at::timestamptz
        where s.recorded @> :settled_at::timestamptz
          and not exists (select from unit_version v
                           where v.unit_id = s.predecessor_id and v.valid @> :day::date and v.recorded @> :settled_at::timestamptz)
        order by s.predecessor_id, coalesce(s.population_share, 0) desc, s.succession_id),
     answering_for (unit_id, parent_id, heir_id) as (
       select tree.unit_id, tree.parent_id, null::integer from tree
        union all
       select m.predecessor_id, null::integer, a.unit_id
         from answering_for a
         join main m on m.successor_id = a.unit_id)
insert into tally_summary_line (campaign_id, unit_id, parent_id, heir_id)
select :campaign_id::int, a.unit_id, a.parent_id, a.heir_id from answering_for a
