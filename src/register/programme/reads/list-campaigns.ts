import { query } from '../../../platform/database/index.ts'
import sql from './list-campaigns.sql?raw'

export type CampaignState = 'draft' | 'issued' | 'open' | 'closing' | 'closed' | 'archived' | 'withdrawn'

/** Whether it takes nothing any more. */
export function isOver({ state }: Pick<CampaignAtUnit, 'state'>): boolean {
  return state === null || state === 'closed' || state === 'archived' || state === 'withdrawn'
}

/** A campaign as a unit has it. */
export type CampaignAtUnit = {
  campaign_id: number
  year: number
  /** The unit that called it. */
  root_id: number
  root: string
  root_name: string
  opens_on: string
  due_on: string
  closes_on: string
  joins_until: string | null
  deeds_least: number
  deeds_most: number
  form_version: number
  theme: string | null
  state: CampaignState | null
  instrument: string | null
  extensions: { unit_name: string; due_on: string; instrument: string }[]
  focuses: { unit_name: string; focus: string }[]
}

export const listCampaigns = query<{ unit: string; day: string }, CampaignAtUnit>(sql)
