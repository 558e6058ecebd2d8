-- A letter of whoever sends it: how far it is, where to, and whether the draft still lies with them. What went out in
-- an emergency waits for a signature after it is public, too.
select l.made_at, l.state, c.email, v.full_name, shares_mailbox(l.person_id) as is_shared,
       coalesce((select m.is_wanted from desk_mail m where m.person_id = l.person_id), false) as is_wanted,
       case s.move when 'emergency'
            then not exists (select from draft_countersign k where k.draft_id = l.draft_id and k.step = l.step)
                   else l.step = (select max(o.number) from draft_step o where o.draft_id = l.draft_id) end
       as lies_there
  from draft_letter l
  join draft_step s      on s.draft_id = l.draft_id and s.number = l.step
  join person_version v  on v.person_id = l.person_id and upper(v.recorded) = 'infinity'
  left join contact c    on c.person_id = l.person_id and upper(c.recorded) = 'infinity' and c.takes_reminders
 where l.draft_letter_id = :draft_letter_id and l.person_id = current_person_id()
