import { query } from '../../../platform/database/index.ts'

/** `of`: how many are exempt in all. */
export type ExemptRow = { obligation_id: number; full_name: string; unit_name: string; reason: string; since: string; of: number }

/**
 * Who is exempt in a campaign in a unit and all below it, the last first; at most `most`. One's own exemption is
 * another's to end.
 */
export const listExempt = query<{ unit: string; campaign_id: number; day: string; asking: number; most: number }, ExemptRow>(`
  with exempt as materialized (  -- first who they are: names, behind their walls, are asked of these few alone
         select o.obligation_id, o.person_id, o.unit_id, x.reason, lower(x.valid) as since
           from obligation_exception x
           join obligation o on o.obligation_id = x.obligation_id and o.campaign_id = :campaign_id and o.person_id <> :asking
          where x.state = 'waived' and x.valid @> :day::date and upper(x.recorded) = 'infinity'
            and o.unit_id = any (array(select a.unit_id from unit u cross join lateral units_by_branch('party', u.unit_id, :day, recorded_now()) a where u.key = :unit)))
  select e.obligation_id, p.full_name, v.name as unit_name, e.reason, e.since::text as since, count(*) over ()::int as of
    from exempt e
    join person_version p on p.person_id = e.person_id and upper(p.recorded) = 'infinity'
    join unit_version v   on v.unit_id = e.unit_id and v.valid @> last_day_alive(e.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
   order by e.since desc, p.full_name collate "vi-x-icu"
   limit :most`)
