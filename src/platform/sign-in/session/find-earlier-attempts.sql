-- What was tried before, as far as it counts for the next attempt at a name, from an address, by a browser that is
-- known there.
with of_name as materialized (
       select a.sign_in_attempt_id, a.state, a.address_key, a.happened_at
         from sign_in_attempt a
        where a.name_key = :name_key and a.browser_key is null
          and a.happened_at > :now::timestamptz - interval '1 day'),
     since_right as (
       select n.happened_at
         from of_name n
        where n.state = 'wrong' and n.happened_at > :now::timestamptz - interval '1 hour'
          and n.sign_in_attempt_id > (select coalesce(max(r.sign_in_attempt_id), 0) from of_name r
                                       where r.state = 'right'))
select (select count(*) from since_right) as at_name,
       (select max(s.happened_at) from since_right s) as last_at_name,
       (select count(*) from of_name n where n.state = 'wrong') as at_name_today,
       (select min(n.happened_at)
          from of_name n
         where n.state = 'told-to-wait' and n.address_key = :address_key
           and n.happened_at > :now::timestamptz - interval '1 hour') as told_at,
       f.from_address, f.printed_from_address_today,
       case when :browser_key::text is not null then (
         select count(*)
           from sign_in_attempt a
          where a.browser_key = :browser_key and a.state = 'wrong'
            and a.happened_at > :now::timestamptz - interval '1 day') end as by_browser,
       (select count(*)
          from sign_in_attempt a
         where :kind::text = 'printed' and a.kind = 'printed' and a.state = 'wrong'
           and a.happened_at > :now::timestamptz - interval '1 hour') as printed_everywhere
  from (select count(*) filter (where a.happened_at > :now::timestamptz - interval '1 hour') as from_address,
               count(*) filter (where a.kind = 'printed') as printed_from_address_today
          from sign_in_attempt a
         where a.address_key = :address_key and a.browser_key is null and a.state = 'wrong'
           and a.happened_at > :now::timestamptz - interval '1 day') f
