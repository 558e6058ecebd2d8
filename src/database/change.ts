import { CompiledQuery } from 'kysely'
import type { Outcome, Refusal } from '../shared/outcome.ts'
import type { Database, Tx } from './database.ts'
import { writing } from './settled-instant.ts'

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
  return database.kysely.connection().execute(async connection => {
    // Before the transaction begins, so that its recorded instant lies within the lock: see settledInstant.
    await connection.executeQuery(CompiledQuery.raw('select pg_advisory_lock_shared($1)', [writing]))
    try {
      return await connection.transaction().execute(tx => inNameOf(tx, actor, work))
    } catch (error) {
      if (error instanceof Refused) return error.refusal
      throw error
    } finally {
      await connection.executeQuery(CompiledQuery.raw('select pg_advisory_unlock_shared($1)', [writing]))
    }
  })
}

async function inNameOf<T>(tx: Tx, { person_id }: Actor, work: (tx: Tx) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  await tx.executeQuery(
    CompiledQuery.raw(`select set_config('neu_guong.person_id', $1, true)`, [person_id === null ? '' : String(person_id)]),
  )
  const outcome = await work(tx)
  if (!outcome.ok) throw new Refused(outcome)
  return outcome
}
