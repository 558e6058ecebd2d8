import { query } from '../../../platform/database/index.ts'
import type { State } from '../commitment.ts'
import sql from './find-deed.sql?raw'
import type { Deed } from './list-deeds.ts'

/** A deed with whose it is, of which campaign, and where its commitment stands. */
export type OwnedDeed = Omit<Deed, 'is_later'> & {
  obligation_id: number
  person_id: number
  unit_id: number
  campaign_id: number
  year: number
  full_name: string
  commitment_state: State | null
  opens_on: string
}

/** At most one row; none outside the scope of who asks. */
export const findDeed = query<{ deed_id: number }, OwnedDeed>(sql)
