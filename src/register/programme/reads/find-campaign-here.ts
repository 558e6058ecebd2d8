import { type Db, query } from '../../../platform/database/index.ts'
import sql from './list-campaigns-here.sql?raw'

/** A campaign as a unit has it. `due_on` with the extensions granted to the unit or above it. */
export type CampaignHere = {
  campaign_id: number
  year: number
  opens_on: string
  due_on: string
  closes_on: string
  /** Whether commitments are still taken, in time or late. */
  receives: boolean
  deeds_least: number
  deeds_most: number
  theme: string | null
  /** What the levels above and the unit itself have added to the theme. */
  focus: string | null
}

/** What a page of a unit shows: one campaign, and all between which its reader may switch. */
export type CampaignChoice = {
  campaign: CampaignHere
  campaigns: CampaignHere[]
  /** What stands in the addresses of the page: nothing where it shows the campaign that it would show unasked. */
  asked: number | undefined
}

const listCampaignsHere = query<{ unit: string; day: string; asked: number | null }, CampaignHere>(sql)

/**
 * The campaigns that receive in a unit on a day; where none does, the last one that was called. `day` is an ISO day.
 */
export async function listOpenCampaigns(db: Db, { unit, day }: { unit: string; day: string }): Promise<CampaignHere[]> {
  const campaigns = await listCampaignsHere(db, { unit, day, asked: null })
  const receiving = campaigns.filter(({ receives }) => receives)
  return receiving.length > 0 ? receiving : campaigns.slice(0, 1)
}

/**
 * The campaign that is asked for, or unasked the one of the latest year. Null where none was called that reaches the
 * unit, or not the one that is asked for.
 */
export async function findCampaignHere(
  db: Db,
  { unit, day, asked }: { unit: string; day: string; asked?: number },
): Promise<CampaignChoice | null> {
  const campaigns = await listCampaignsHere(db, { unit, day, asked: asked ?? null })
  const campaign = asked === undefined ? campaigns[0] : campaigns.find(({ campaign_id }) => campaign_id === asked)
  if (!campaign) return null
  return { campaign, campaigns, asked: campaign === campaigns[0] ? undefined : campaign.campaign_id }
}
