import { query } from '../../../platform/database/index.ts'
import sql from './list-plans.sql?raw'

export type PlanRow = {
  programme: string
  name_vi: string
  name_en: string
  directive: string
  issuer: string
  directive_title: string
  started_on: string
  plans: { unit_name: string; instrument: string; title: string; signed_on: string }[]
}

export const listPlans = query<{ unit: string; day: string }, PlanRow>(sql)
