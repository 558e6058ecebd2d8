import { query } from '../../../platform/database/index.ts'
import type { DeedState, DeedText } from '../commitment.ts'
import sql from './list-deeds.sql?raw'

/** A deed with what was last reported of it; `step` numbers that report, 0 where there is none. */
export type Deed = DeedText & {
  deed_id: number
  commitment_id: number
  ordinal: number
  is_later: boolean
  step: number
  state: DeedState | null
  happened_on: string | null
  said: string | null
}

export const listDeeds = query<{ commitment_id: number }, Deed>(sql)

/** Those that stand: what was replaced stands no more. */
export function standing(deeds: readonly Deed[]): Deed[] {
  return deeds.filter(({ state }) => state !== 'replaced')
}
