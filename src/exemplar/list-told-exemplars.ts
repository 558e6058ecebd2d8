import { query } from '../database/index.ts'
import type { Clocks } from '../shared/dates.ts'
import sql from './list-told-exemplars.sql?raw'

export type ToldExemplarRow = {
  key: number
  name: string
  kind: 'collective' | 'individual'
  field: string
  field_vi: string
  field_en: string
  /** Null where the place may not be told. */
  place: string | null
  place_kind: string | null
  story_vi: string | null
  story_en: string | null
  decided_on: string
}

/** Exemplars with consent in force, at the moment of asking, to be named and told (Law 91/2025/QH15); the clocks are for the place and the recognition. */
export const listToldExemplars = query<Clocks & { most: number }, ToldExemplarRow>(sql)
