-- What somebody's account page shows, in their own name.
select a.sign_in_name,
       (select email from contact c where c.person_id = a.person_id and upper(c.recorded) = 'infinity') as email,
       (select c.takes_reminders from contact c where c.person_id = a.person_id and upper(c.recorded) = 'infinity')
       is false as refuses_reminders,
       exists (select from password p where p.person_id = a.person_id and upper(p.recorded) = 'infinity')
       as has_password,
       exists (select from totp t where t.person_id = a.person_id and upper(t.recorded) = 'infinity') as has_telephone,
       (select count(*) from recovery_code c where c.person_id = a.person_id and upper(c.recorded) = 'infinity')
       as printed_codes,
       (select coalesce(jsonb_agg(jsonb_build_object('passkey_id', k.passkey_id, 'name', k.name,
                                                     'since', lower(k.recorded)) order by k.passkey_id), '[]')
          from passkey k where k.person_id = a.person_id and upper(k.recorded) = 'infinity') as passkeys,
       (select coalesce(jsonb_agg(jsonb_build_object('name', k.name, 'happened_at', w.happened_at)
                                  order by w.passkey_warning_id), '[]')
          from passkey_warning w
          join passkey k on k.credential_id = w.credential_id and k.person_id = w.person_id
                        and upper(k.recorded) = 'infinity'
         where w.person_id = a.person_id) as warnings,
       (select coalesce(jsonb_agg(jsonb_build_object('issuer', e.issuer) order by e.issuer), '[]')
          from external_identity e where e.person_id = a.person_id and upper(e.recorded) = 'infinity') as elsewhere,
       (select coalesce(jsonb_agg(jsonb_build_object('session_id', s.session_id, 'agent', s.agent,
                                                     'begun_at', s.begun_at) order by s.begun_at desc), '[]')
          from session s
         where s.person_id = a.person_id and s.ended_at is null and s.stage = 'whole'
           and s.seen_at > :now::timestamptz - interval '30 minutes'
           and s.begun_at > :now::timestamptz - interval '12 hours') as sessions,
       (select coalesce(jsonb_agg(jsonb_build_object('role', h.role, 'unit_name', v.name, 'giver', g.full_name)
                                  order by h.role, v.name), '[]')
          from roles_held(a.person_id, :day::date, recorded_now()) h
          join unit_version v        on v.unit_id = h.unit_id
                                    and v.valid @> last_day_alive(h.unit_id, :day::date, recorded_now())
                                    and upper(v.recorded) = 'infinity'
          left join person_version g on g.person_id = h.giver_id and upper(g.recorded) = 'infinity') as roles,
       (select case when i.asked_at is null then 'unasked' else 'asked' end
          from invitation i
         where i.person_id = a.person_id and i.used_at is not null and stands_on_one_word(a.person_id)
           and exists (select from held_by(a.person_id))
         order by i.used_at desc, i.invitation_id desc
         limit 1) as second,
       (select coalesce(jsonb_agg(r order by r.read_at desc), '[]')
          from (select r.read_at, r.noun, who.full_name as reader, whose.full_name as on_behalf_of
                  from person_reading r
                  join person_version who        on who.person_id = r.reader_id and upper(who.recorded) = 'infinity'
                  left join person_version whose on whose.person_id = r.on_behalf_of
                                                and upper(whose.recorded) = 'infinity'
                 where r.person_id = a.person_id
                 order by r.read_at desc
                 limit 100) r) as readings
  from account a
 where a.person_id = :person_id::bigint and upper(a.recorded) = 'infinity'
