import { query } from '../database/index.ts'
import sql from './find-current-campaign.sql?raw'

/** A campaign as a unit has it. `due_on` with the extensions granted to the unit or above it. */
export type CampaignHere = {
  campaign_id: number
  year: number
  opens_on: string
  due_on: string
  closes_on: string
  deeds_least: number
  deeds_most: number
  theme: string | null
  /** What the levels above and the unit itself have added to the theme. */
  focus: string | null
}

/** At most one row: the campaign that runs, or the last one that ran. */
export const findCurrentCampaign = query<{ unit: string; day: string }, CampaignHere>(sql)
