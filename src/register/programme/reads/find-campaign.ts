import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
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
