import { sql } from 'kysely'
import { type Db, query, type Tx } from '../../../../platform/database/index.ts'
import type { CaseState } from '../standing-case.ts'
import text from './find-case.sql?raw'

/** An assessment. Days are ISO days, `since` the instant of its last step. */
export type StandingCase = {
  standing_case_id: number
  place_id: number
  place: string
  place_name: string
  place_kind: string
  /** The party unit whose office writes it. */
  kept_at: number
  unit: string
  unit_name: string
  assessed_on: string
  begun_by: number
  criteria_set_id: number
  standing_level: string
  /** How many criteria the set has, how many have been said, and how many are met. */
  criteria: number
  said: number
  met: number
  /** The number of the set's document. */
  number: string
  state: CaseState
  since: string
  /** Everybody who said something of a criterion. */
  hands: number[]
  appraised_on: string | null
  met_on: string | null
  seats: number | null
  attended: number | null
  in_favour: number | null
  against: number | null
}

const find = query<{ standing_case_id: number | null; kept_at: number | null; day: string }, StandingCase>(text)

/** One assessment; undefined where whoever asks may not read it, or there is none. */
export async function findCase(db: Db | Tx, standing_case_id: number, day: string): Promise<StandingCase | undefined> {
  return (await find(db, { standing_case_id, kept_at: null, day }))[0]
}

/** The same, held until the change that asks for it is over: two steps of one case never meet. */
export async function lockedCase(tx: Tx, standing_case_id: number, day: string): Promise<StandingCase | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('standing case', ${standing_case_id}))`.execute(tx)
  return findCase(tx, standing_case_id, day)
}

/** The assessments that a unit's office wrote, the newest first. */
export function listCases(db: Db | Tx, kept_at: number, day: string): Promise<StandingCase[]> {
  return find(db, { standing_case_id: null, kept_at, day })
}
