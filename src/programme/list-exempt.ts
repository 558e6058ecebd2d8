import { query } from '../database/index.ts'

export type ExemptRow = { obligation_id: number; full_name: string; unit_name: string; reason: string; since: string }

/** Who is exempt in a campaign in a unit and all below it, the last first; at most a hundred. One's own exemption is another's to end. */
export const listExempt = query<{ unit: string; campaign_id: number; day: string; asking: number }, ExemptRow>(`
  select o.obligation_id, p.full_name, v.name as unit_name, x.reason, lower(x.valid)::text as since
    from obligation_exception x
    join obligation o     on o.obligation_id = x.obligation_id and o.campaign_id = :campaign_id and o.person_id <> :asking
    join person_version p on p.person_id = o.person_id and upper(p.recorded) = 'infinity'
    join unit_version v   on v.unit_id = o.unit_id and v.valid @> last_day_alive(o.unit_id, :day, now()) and upper(v.recorded) = 'infinity'
   where x.state = 'waived' and x.valid @> :day::date and upper(x.recorded) = 'infinity'
     and o.unit_id = any (array(select a.unit_id from unit u cross join lateral answering('party', u.unit_id, :day, now()) a where u.key = :unit))
   order by lower(x.valid) desc, p.full_name collate "vi-x-icu"
   limit 100`)
