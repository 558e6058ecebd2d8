import { type Database, type Rounds, startOwnerRounds, transactionOn } from '../../platform/database/index.ts'
import { makeAllFindable, publishDue } from '../newsroom/index.ts'

type PublishingOptions = {
  now: () => Date
  say: (line: string) => void
  every_ms?: number
  /** What else goes out at an hour that was approved: pages. */
  also?: (owned: Pick<Database, 'kysely'>, asked: { now: Date; say: (line: string) => void }) => Promise<unknown>
}

/**
 * Publishes while the portal serves: what is due goes out within a second, in the order of its hours; what was missed
 * while the program was away goes out late, and is told. On a connection of its own.
 */
export function startPublishing(
  database: Pick<Database, 'kysely' | 'connect'>,
  { now, say, every_ms = 1000, also }: PublishingOptions,
): Rounds {
  const told = new Set<string>()
  let is_findable = false
  return startOwnerRounds(
    database,
    async owner => {
      const owned = { kysely: transactionOn(owner) }
      if (!is_findable) await makeAllFindable(owned)
      is_findable = true
      await publishDue(database, owned, { now: now(), say: sayOnce })
      await also?.(owned, { now: now(), say: sayOnce })
    },
    { what: 'publishing', every_ms, say },
  )

  /** What fails is tried each second, and told once. */
  function sayOnce(line: string): void {
    if (!told.has(line)) say(line)
    told.add(line)
  }
}
