import { CompiledQuery, type Kysely } from 'kysely'
import type { Outcome, Refusal } from '../../basis/shared/outcome.ts'
import type { Database, Tx } from './database.ts'
import { writing } from './resolved-timestamp.ts'
import type { DB } from './tables.ts'

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
 * One transaction. What `work` writes lands whole, or not at all: a refusal rolls back as a failure does, and is handed
 * on as the value it is. Who is asking is told to the database for the length of the transaction only. Throws
 * told_to_the_ledger where rows were written that the ledger vouches for, and nothing was recorded. Its instant is its
 * own: the work is done again where another change has the same microsecond. Instants grow, even if the clock of the
 * database goes back (docs/decisions/0092).
 */
export async function change<T, Code extends string = string>(
  database: Pick<Database, 'kysely'>,
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<T, Code>>,
): Promise<Outcome<T, Code>> {
  for (;;) {
    try {
      return await changeOnce(database, actor, work)
    } catch (error) {
      if ((error as { constraint?: string }).constraint !== 'one_change_an_instant') throw error
    }
  }
}

function changeOnce<T, Code extends string = string>(
  database: Pick<Database, 'kysely'>,
  actor: Actor,
  work: (tx: Tx) => Promise<Outcome<T, Code>>,
): Promise<Outcome<T, Code>> {
  return database.kysely.connection().execute(async connection => {
    // Before the transaction begins, so that its recorded instant lies within the lock: see resolvedTimestamp.
    await connection.executeQuery(CompiledQuery.raw('select pg_advisory_lock_shared($1)', [writing]))
    const asking: Asking = {
      person_id: actor.person_id,
      begin: 'begin',
      end: 'select told_to_the_ledger(); commit',
      afterwards: `; select pg_advisory_unlock_shared(${writing})`,
    }
    try {
      return await inTransaction(connection, asking, async tx => accepted(await work(tx)))
    } catch (error) {
      if (error instanceof Refused) return error.refusal as Refusal<Code>
      throw error
    }
  })
}

function accepted<T, Code extends string = string>(outcome: Outcome<T, Code>): Outcome<T, Code> {
  if (!outcome.ok) throw new Refused(outcome)
  return outcome
}

type Asking = { person_id: number | null; begin: 'begin' | 'begin read only'; end?: string; afterwards?: string }

/**
 * A transaction in somebody's name, told to the database for its length only. What need not wait for an answer goes in
 * one message: beginning and naming, ending and what comes `afterwards`. Each message costs both sides more than most
 * of what is asked.
 */
export async function inTransaction<T>(
  connection: Kysely<DB>,
  { person_id, begin, end = 'commit', afterwards = '' }: Asking,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const say = (text: string) => connection.executeQuery(CompiledQuery.raw(text))
  try {
    await say(
      `${begin}; select set_config('neu_guong.person_id', '${person_id === null ? '' : BigInt(person_id)}', true), set_recorded_floor()`,
    )
    const value = await work(connection as Tx)
    await say(`${end}${afterwards}`)
    return value
  } catch (error) {
    await say(`rollback${afterwards}`)
    throw error
  }
}
