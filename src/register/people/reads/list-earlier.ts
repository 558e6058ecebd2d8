import { query } from '../../../platform/database/index.ts'
import type { PersonText } from '../person.ts'

/**
 * Somebody who has left: the unit they were in last and until when; `alike` says in hundredths how much speaks for it
 * that they are the one.
 */
export type EarlierRow = { person_id: number; full_name: string; unit_name: string; until: string; alike: number }

/**
 * Who of one's scope has left, is in no cell now, and may be somebody who comes back: the same name, and no other
 * birth. The same day of birth counts 100, the same year where one of the two days is not known 80, a birth that is not
 * known at all 60.
 */
export const listEarlier = query<Pick<PersonText, 'full_name' | 'birth_date'>, EarlierRow>(`
  select p.person_id, p.full_name, v.name as unit_name, (upper(m.valid) - 1)::text as until, a.alike
    from person_version p
   cross join lateral (
         select case when p.birth_date = nullif(:birth_date, '')::date then 100
                     when p.birth_date is null and p.birth_year::text = left(:birth_date, 4) then 80
                     when :birth_date = '' or (p.birth_date is null and p.birth_year is null) then 60
                end as alike) a
    join lateral (select m.unit_id, m.valid from membership m
                   where m.person_id = p.person_id and upper(m.recorded) = 'infinity'
                   order by upper(m.valid) desc limit 1) m on upper(m.valid) <= today_in_vietnam()
    join unit_version v on v.unit_id = m.unit_id and v.valid @> last_day_alive(m.unit_id, today_in_vietnam(), recorded_now()) and upper(v.recorded) = 'infinity'
   where folded(p.full_name) = folded(:full_name) and upper(p.recorded) = 'infinity' and a.alike is not null
   order by a.alike desc, upper(m.valid) desc, p.person_id
   limit 5`)
