import { query } from '../../../platform/database/index.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import type { State } from '../commitment.ts'
import { type Asked, windowOf } from '../forms.ts'
import type { CommitmentForm } from './find-form.ts'
import sql from './find-task.sql?raw'

/**
 * One person's obligation of a campaign as it stands: what is asked, what is being written, what was handed in. The
 * draft is seen by its author alone.
 */
export type Task = {
  obligation_id: number
  person_id: number
  unit_id: number
  unit: string
  unit_name: string
  full_name: string
  campaign_id: number
  year: number
  opens_on: string
  due_on: string
  closes_on: string
  deeds_least: number
  deeds_most: number
  form_version: number
  theme: string | null
  exception: 'waived' | 'void' | null
  exception_reason: string | null
  draft_version: number | null
  draft: Fields | null
  saved_at: string | null
  commitment_id: number | null
  version: number | null
  state: State | null
  happened_on: string | null
  comment: string | null
  /** Whether another stands approved behind it, and stands again when it is withdrawn. */
  amends: boolean
  number: string | null
  digest: string | null
  entered_by: number | null
  awaits_confirmation: boolean
  received_at: string | null
  /** What reviews of the years before found wanting and nobody has seen repaired, and all of its words. */
  limitation_ids: number[]
  limitation: string | null
}

/** At most one row; none outside the scope of who asks. `day` is today in Vietnam. */
export const findTask = query<{ obligation_id: number; day: string }, Task>(sql, { keeps_plan: true })

/** What the campaign asks of the text. */
export function askedOf({ deeds_least, deeds_most, opens_on, year, limitation_ids }: Task, { sections }: CommitmentForm): Asked {
  return { sections, deeds_least, deeds_most, ...windowOf({ opens_on, year }), owes_remedy: limitation_ids.length > 0 }
}
