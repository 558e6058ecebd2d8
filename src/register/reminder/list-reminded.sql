-- Who was reminded by one wave in a unit and below it, by cell and by name: whether they have seen it, and what became
-- of the mail.
select r.reminder_id, o.obligation_id, v.name as unit_name, p.full_name, x.read_at, mail_state(r.reminder_id) as mail,
       mail_reason(r.reminder_id) as reason,
       due_for(o.campaign_id, o.unit_id, :day) as due_on
  from unit u
 cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a
  join obligation o     on o.unit_id = a.unit_id
  join reminder r       on r.obligation_id = o.obligation_id and r.reminder_wave_id = :reminder_wave_id
  join person_version p on p.person_id = r.person_id and upper(p.recorded) = 'infinity'
  join unit_version v   on v.unit_id = o.unit_id and v.valid @> last_day_alive(o.unit_id, :day, recorded_now())
                       and upper(v.recorded) = 'infinity'
  left join reminder_reading x on x.reminder_id = r.reminder_id
 where u.key = :unit
 order by v.name collate "vi-x-icu", regexp_replace(p.full_name, '^.* ', '') collate "vi-x-icu",
       p.full_name collate "vi-x-icu"
