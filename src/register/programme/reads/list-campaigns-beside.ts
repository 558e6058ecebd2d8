import { query } from '../../../platform/database/index.ts'
import type { CampaignBeside } from '../campaign.ts'

/** The campaigns that share people with a unit: called at it, above it or below it, and not yet closed on the day. */
export const listCampaignsBeside = query<{ unit_id: number; today: string }, CampaignBeside>(`
  select c.year, v.name, t.opens_on, t.closes_on
    from campaign c
    join campaign_terms t on t.campaign_id = c.campaign_id and upper(t.recorded) = 'infinity' and t.closes_on >= :today::date
    join unit_version v   on v.unit_id = c.unit_id and v.valid @> last_day_alive(c.unit_id, :today, recorded_now()) and upper(v.recorded) = 'infinity'
   where is_under(:unit_id, 'party', c.unit_id, :today, recorded_now()) or is_under(c.unit_id, 'party', :unit_id, :today, recorded_now())
   order by c.year desc, v.name collate "vi-x-icu"`)
