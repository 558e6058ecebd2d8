import type { Clocks } from '../../basis/shared/dates.ts'
import { query } from '../../platform/database/index.ts'
import sql from './list-deed-completion.sql?raw'

/**
 * Deeds of a branch by what was last reported of them; `not_reported` are those of which nothing was, or only that they
 * are under way.
 */
export type DeedCompletionRow = {
  key: string
  name: string
  commitments: number
  registered: number
  done: number
  partly: number
  not_done: number
  not_reported: number
}

export const listDeedCompletion = query<Clocks & { unit: string; campaign_id: number }, DeedCompletionRow>(sql)
