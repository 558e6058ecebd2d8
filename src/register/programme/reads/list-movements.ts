import type { Clocks } from '../../../basis/shared/dates.ts'
import { query } from '../../../platform/database/index.ts'
import sql from './list-movements.sql?raw'

/** A campaign of a whole register, as everybody may know it; days are ISO days. */
export type Movement = {
  campaign_id: number
  year: number
  unit: string
  unit_name: string
  name_vi: string
  name_en: string
  theme: string | null
  opens_on: string
  due_on: string
  closes_on: string
  instrument: string | null
}

/** The latest year first. */
export const listMovements = query<Clocks, Movement>(sql)
