-- The reminders of a campaign that reached somebody under a unit, wave by wave, the latest first: by whom, and what has
-- become of them there.
with reached as materialized (
       select r.reminder_id, r.reminder_wave_id
         from unit u
        cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a
         join obligation o on o.unit_id = a.unit_id and o.campaign_id = :campaign_id
         join reminder r   on r.obligation_id = o.obligation_id
        where u.key = :unit),
     fate as (
       select r.reminder_wave_id, x.read_at, mail_state(r.reminder_id) as mail
         from reached r
         left join reminder_reading x on x.reminder_id = r.reminder_id)
select f.reminder_wave_id, lower(w.recorded) as sent_at, w.sent_as, v.name as sent_from, w.sent_from as sent_from_id,
       count(*)::int as reminded,
       count(f.read_at)::int as read,
       count(*) filter (where f.mail is null)::int as without_mail,
       count(*) filter (where f.mail = 'sent')::int as sent,
       count(*) filter (where f.mail in ('queued', 'sending', 'deferred'))::int as waiting,
       count(*) filter (where f.mail in ('failed', 'unsure'))::int as failed
  from fate f
  join reminder_wave w using (reminder_wave_id)
  join unit_version v on v.unit_id = w.sent_from and v.valid @> last_day_alive(w.sent_from, :day, recorded_now())
                     and upper(v.recorded) = 'infinity'
 group by f.reminder_wave_id, w.recorded, w.sent_as, w.sent_from, v.name
 order by f.reminder_wave_id desc
 limit 50
