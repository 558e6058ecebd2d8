import { query } from '../../../platform/database/index.ts'

/** A campaign that reached a unit until it was withdrawn. */
export type WithdrawnCampaign = { campaign_id: number; year: number; root_name: string; since: string; reason: string }

/** The latest first. */
export const listWithdrawn = query<{ unit: string; day: string }, WithdrawnCampaign>(`
  select c.campaign_id, c.year, v.name as root_name, lower(s.valid) as since, s.reason
    from unit w
    join campaign c       on is_under(w.unit_id, 'party', c.unit_id, :day, recorded_now())
    join campaign_state s on s.campaign_id = c.campaign_id and s.state = 'withdrawn' and upper(s.recorded) = 'infinity'
    join unit_version v   on v.unit_id = c.unit_id and v.valid @> last_day_alive(c.unit_id, :day, recorded_now()) and upper(v.recorded) = 'infinity'
   where w.key = :unit
   order by lower(s.valid) desc, c.campaign_id desc
   limit 6`)
