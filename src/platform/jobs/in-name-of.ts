import { done } from '../../basis/shared/outcome.ts'
import { change, type Database, type Tx } from '../database/index.ts'
import type { Job } from './run-jobs.ts'

/** What a job does in a transaction of its own, in the name of whoever asked for it; null where it could not be done. */
export function inNameOf({ actor_id }: Job, database: Pick<Database, 'kysely'>): <T>(work: (tx: Tx) => Promise<T>) => Promise<T | null> {
  return async work => {
    const outcome = await change(database, { person_id: actor_id, name: 'jobs' }, async tx => done(await work(tx)))
    return outcome.ok ? outcome.value : null
  }
}
