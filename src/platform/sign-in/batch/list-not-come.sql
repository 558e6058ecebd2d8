-- Who of a unit, and of all below it, has not opened an account; with the last invitation that was printed for them.
-- Nobody where more than :most belong there: who opened theirs is asked of each in their own name.
with under as materialized (select r.unit_id from reach_kept(:unit_id, :day::date, recorded_now()) r),
     here as materialized (
       select m.person_id, m.unit_id
         from membership m
        where m.valid @> :day::date and upper(m.recorded) = 'infinity'
          and (m.unit_id in (select u.unit_id from under u)) is true),
     shown as materialized (
       select h.person_id, h.unit_id
         from here h
        where (select count(*) from here) <= :most and not is_opened(h.person_id))
select s.person_id, s.unit_id, p.full_name, v.name as unit_name, a.sign_in_name, last.made_at as invited_at, last.expires_at as until,
       coalesce(last.is_open, false) as is_open,
       (select w.name
          from placement q
          join unit_version w on w.unit_id = q.parent_id and w.valid @> :day::date and upper(w.recorded) = 'infinity'
         where q.unit_id = s.unit_id and q.hierarchy = 'party' and q.valid @> :day::date and upper(q.recorded) = 'infinity') as above_name
  from shown s
  join person_version p on p.person_id = s.person_id and upper(p.recorded) = 'infinity'
  join unit_version v   on v.unit_id = s.unit_id and v.valid @> :day::date and upper(v.recorded) = 'infinity'
  left join account a   on a.person_id = s.person_id and upper(a.recorded) = 'infinity'
  left join lateral (
         select i.made_at, i.expires_at, i.withdrawn_at is null and i.expires_at > :now::timestamptz as is_open
           from invitation i
          where i.person_id = s.person_id
          order by i.invitation_id desc
          limit 1) last on true
 order by v.name collate "vi-x-icu", s.unit_id, p.full_name collate "vi-x-icu", s.person_id
