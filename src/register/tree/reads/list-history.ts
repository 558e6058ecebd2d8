import { query } from '../../../platform/database/index.ts'
import sql from './list-history.sql?raw'

/**
 * What a unit was from a day on: called so (`named`), under another (`under`), succeeded by another (`into`) or come
 * out of one (`from`). `until` is «infinity» while nobody knows of an end.
 */
export type UnitEvent = {
  what: 'named' | 'under' | 'into' | 'from'
  since: string
  until: string
  name: string | null
  code: string | null
  kind_vi: string | null
  kind_en: string | null
  other: string | null
  other_name: string | null
  /** The number of the instrument; null where the register has none. */
  instrument: string | null
  instrument_id: number | null
}

export const listHistory = query<{ unit_id: number }, UnitEvent>(sql)
