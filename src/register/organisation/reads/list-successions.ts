import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import type { CarryRule } from '../carry.ts'
import sql from './list-successions.sql?raw'

export type SuccessionRow = {
  event: number
  kind: 'merged' | 'split' | 'rearranged' | 'continued'
  effective_on: string
  instrument: string
  predecessor: string
  predecessor_name: string
  predecessor_kind: string
  predecessor_population: number | null
  /** Only a part left it: the unit lives on, with its identity and all that it holds. */
  predecessor_goes_on: boolean
  successor: string
  successor_name: string
  successor_kind: string
  /** It stood before and received a part: it keeps what it holds. */
  successor_existed: boolean
  /** Part of the predecessor that went to this successor, 0–1 as decimal text; null where no source gives it. */
  population_share: string | null
  area_share: string | null
  certainty: 'documented' | 'inferred' | 'unknown'
  rule: CarryRule | null
  least_share: string | null
  /** Whether the instrument itself acknowledges this successor (rule «as-stated»). */
  stated: boolean
}

/**
 * Every edge of the map's history up to a day, oldest first. The other hierarchies have successions too; they are not
 * of the map.
 */
export const listSuccessions = query<Clocks, SuccessionRow>(sql)
