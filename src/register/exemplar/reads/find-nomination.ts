import { sql } from 'kysely'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import type { ExemplarKind, NominationState } from '../exemplar.ts'
import text from './find-nomination.sql?raw'

/** A case. Days are ISO days, `since` the instant of its last step; the name is null where the reader may not see it. */
export type Nomination = {
  nomination_id: number
  exemplar_id: number
  /** The unit that put it forward. */
  unit_id: number
  unit: string
  unit_name: string | null
  /** Who it is about, where the register knows them. */
  person_id: number | null
  nominated_by: number
  kind: ExemplarKind
  field_vi: string
  field_en: string
  place_name: string | null
  place_kind: string | null
  name: string | null
  achievement: string
  account: string
  state: NominationState
  since: string
  verified_on: string | null
  notice_id: number | null
  notice_from: string | null
  notice_days: number | null
  /** The last working day of its notice. */
  notice_until: string | null
}

const find = query<{ nomination_id: number; day: string }, Nomination>(text)

/** One case; undefined where whoever asks may not read it, or there is none. */
export async function findNomination(db: Db | Tx, nomination_id: number, day: string): Promise<Nomination | undefined> {
  if (nomination_id === 0) return undefined
  const [found] = await find(db, { nomination_id, day })
  return found
}

/** The same, held until the change that asks for it is over: two steps of one case never meet. */
export async function lockedNomination(tx: Tx, nomination_id: number, day: string): Promise<Nomination | undefined> {
  await sql`select pg_advisory_xact_lock(hashtextextended('nomination', ${nomination_id}))`.execute(tx)
  return findNomination(tx, nomination_id, day)
}
