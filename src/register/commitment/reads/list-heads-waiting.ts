import { query } from '../../../platform/database/index.ts'
import sql from './list-heads-waiting.sql?raw'

/** A secretary whose own commitment waits for the level above. `unit` is the key of their cell. */
export type HeadRow = {
  obligation_id: number
  person_id: number
  unit_id: number
  unit: string
  unit_name: string
  full_name: string
  happened_on: string
}

/** By name: only within the scope of who asks. `day` is today in Vietnam. */
export const listHeadsWaiting = query<{ unit: string; campaign_id: number; day: string }, HeadRow>(sql)
