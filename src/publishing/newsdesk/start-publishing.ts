import type { Client } from 'pg'
import { type Database, type Rounds, startRounds, transactionOn } from '../../platform/database/index.ts'
import { publishDue } from '../newsroom/index.ts'

type PublishingOptions = { now: () => Date; say: (line: string) => void; every_ms?: number }

/**
 * Publishes while the portal serves: what is due goes out within a second, in the order of its hours; what was missed
 * while the program was away goes out late, and is told. On a connection of its own.
 */
export function startPublishing(database: Pick<Database, 'kysely' | 'connect'>, { now, say, every_ms = 1000 }: PublishingOptions): Rounds {
  let client: Client | null = null
  const told = new Set<string>()
  const rounds = startRounds(publish, { what: 'publishing', every_ms, say })
  return { now: rounds.now, stop: () => rounds.stop().then(drop) }

  async function publish(): Promise<void> {
    try {
      client ??= await connected()
      await publishDue(database, { kysely: transactionOn(client) }, { now: now(), say: sayOnce })
    } catch (error) {
      await drop()
      throw error
    }
  }

  /** What fails is tried each second, and told once. */
  function sayOnce(line: string): void {
    if (!told.has(line)) say(line)
    told.add(line)
  }

  async function connected(): Promise<Client> {
    const fresh = await database.connect('neu_guong_owner')
    // A line that is cut while nothing is asked; the next round meets it and connects anew.
    fresh.on('error', () => {})
    return fresh
  }

  async function drop(): Promise<void> {
    const old = client
    client = null
    await old?.end().catch(() => {})
  }
}
