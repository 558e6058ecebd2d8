-- The reminders of who asks that are still of use: by which office, and when they were seen. The latest first.
select r.reminder_id, r.reminded_at, w.sent_as, v.name as sent_from, x.read_at, l.body_vi, l.body_en
  from reminder r
  join reminder_wave w  on w.reminder_wave_id = r.reminder_wave_id
  join campaign_terms t on t.campaign_id = w.campaign_id and upper(t.recorded) = 'infinity'
                       and t.closes_on >= :day::date
  join unit_version v   on v.unit_id = w.sent_from and v.valid @> last_day_alive(w.sent_from, :day, recorded_now())
                       and upper(v.recorded) = 'infinity'
  cross join lateral letter_text_for('loi-nhac', w.sent_from, day_in_vietnam(r.reminded_at)) l
  left join reminder_reading x on x.reminder_id = r.reminder_id
 where r.person_id = current_person_id() and not is_settled(r.obligation_id, :day)
 order by r.reminder_id desc
 limit 10
