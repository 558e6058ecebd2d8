import { sql } from 'kysely'
import type { Outcome, Refusal } from '../shared/outcome.ts'
import type { Database, Tx } from './database.ts'

/** On whose behalf something is done. `person_id` is null for the system itself: a seed, the command line, a job. */
export type Actor = { person_id: number | null; name: string }

class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super('refused')
    this.refusal = refusal
  }
}

/**
 * One transaction. What `work` writes lands whole, or not at all: a refusal rolls back as a failure does, and is handed on as the value it is.
 * Who is asking is told to the database for the length of the transaction only.
 */
export async function change<T>(
  database: Pick<Database, 'kysely'>,
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  try {
    return await database.kysely.transaction().execute(async tx => {
      await sql`select set_config('neu_guong.person_id', ${actor.person_id === null ? '' : String(actor.person_id)}, true)`.execute(tx)
      const outcome = await work(tx)
      if (!outcome.ok) throw new Refused(outcome)
      return outcome
    })
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}
