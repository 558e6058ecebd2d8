import { query } from '../../../platform/database/index.ts'
import type { DeedState } from '../commitment.ts'
import sql from './list-reports.sql?raw'

export type Report = {
  deed_step_id: number
  state: DeedState
  happened_on: string
  said: string | null
  evidence: { evidence_id: number; name: string; media_type: string }[]
}

export const listReports = query<{ deed_id: number }, Report>(sql)
