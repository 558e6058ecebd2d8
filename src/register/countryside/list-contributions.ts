import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-contributions.sql?raw'

export type ContributionRow = {
  place: string
  name: string
  unit_kind: string
  /** m2, ngày công, đồng: unlike measures are never added. */
  measure: string
  /** Decimal text in `measure`. */
  quantity: string
  contributions: number
  estimates: number
}

/** Verified contributions of one kind, given from `from` to `to` (ISO days, both included), by place. */
export const listContributions = query<Clocks & { unit: string; kind: string; from: string; to: string }, ContributionRow>(sql)
