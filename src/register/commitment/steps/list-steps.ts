import { query } from '../../../platform/database/index.ts'
import type { State } from '../commitment.ts'
import sql from './list-steps.sql?raw'

/** One step of one of an obligation's texts; `nth_text` counts the texts from 1. */
export type StepOfText = {
  commitment_step_id: number
  nth_text: number
  state: State
  happened_on: string
  comment: string | null
  /** Whether whose commitment it is took it; null where nobody is named. */
  is_own: boolean | null
  by_name: string | null
  full_name: string
  undone_at: string | null
}

export const listSteps = query<{ obligation_id: number }, StepOfText>(sql)
