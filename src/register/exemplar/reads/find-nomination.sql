-- A case as whoever asks may see it: what it says, where it stands, and the notice that was given of it.
select n.nomination_id, n.exemplar_id, n.unit_id, u.key as unit, v.name as unit_name, n.person_id, n.nominated_by,
       e.kind, f.name_vi as field_vi, f.name_en as field_en, w.name as place_name, w.unit_kind as place_kind,
       p.name, t.achievement, t.account, s.state, s.since,
       (select day_in_vietnam(lower(x.recorded)) from nomination_step x
         where x.nomination_id = n.nomination_id and x.state = 'verified'
         order by x.nomination_step_id desc limit 1) as verified_on,
       k.notice_id, k.opened_on as notice_from, k.working_days as notice_days,
       notice_until(k.opened_on, k.working_days) as notice_until
  from nomination n
  join exemplar e              on e.exemplar_id = n.exemplar_id and is_open(e.recorded)
  join field f                 on f.field = e.field
  join unit u                  on u.unit_id = n.unit_id
  join nomination_text t       on t.nomination_id = n.nomination_id and is_open(t.recorded)
  join lateral (
       select x.state, lower(x.recorded) as since from nomination_step x
        where x.nomination_id = n.nomination_id
        order by x.nomination_step_id desc limit 1) s on true
  left join exemplar_profile p on p.exemplar_id = n.exemplar_id and is_open(p.recorded)
  left join notice k           on k.nomination_id = n.nomination_id
  left join unit_version v     on v.unit_id = n.unit_id and is_open(v.recorded)
                              and v.valid @> last_day_alive(n.unit_id, :day::date, recorded_now())
  left join unit_version w     on w.unit_id = e.unit_id and is_open(w.recorded)
                              and w.valid @> last_day_alive(e.unit_id, :day::date, recorded_now())
 where n.nomination_id = :nomination_id::bigint
