import { query } from '../../../platform/database/index.ts'
import sql from './list-plans.sql?raw'

/** An instrument as it is cited under a directive. */
type Cited = { instrument_id: number; instrument: string; title: string; signed_on: string }

export type PlanRow = {
  programme: string
  name_vi: string
  name_en: string
  directive_id: number
  directive: string
  issuer: string
  directive_title: string
  started_on: string
  conclusions: (Cited & { issuer: string })[]
  plans: (Cited & { unit_name: string })[]
}

export const listPlans = query<{ unit: string; day: string }, PlanRow>(sql)
