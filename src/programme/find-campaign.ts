import { query } from '../database/index.ts'
import type { Clocks } from '../shared/dates.ts'
import sql from './find-campaign.sql?raw'

export type CampaignRow = {
  campaign_id: number
  year: number
  opens_on: string
  due_on: string
  closes_on: string
  deeds_least: number
  deeds_most: number
  unit: string
}

/** At most one row. */
export const findCampaign = query<Clocks & { unit: string; year: number | null }, CampaignRow>(sql)
