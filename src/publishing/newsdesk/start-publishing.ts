import type { Client } from 'pg'
import { type Database, type Rounds, startRounds, transactionOn } from '../../platform/database/index.ts'
import { publishDue } from '../newsroom/index.ts'

type PublishingOptions = { now: () => Date; say: (line: string) => void; every_ms?: number }

/** Publishes while the portal serves: what is due goes out within a second, in the order of its hours; what was missed while the program was away goes out late, and is told. On a connection of its own. */
export function startPublishing(database: Pick<Database, 'kysely' | 'connect'>, { now, say, every_ms = 1000 }: PublishingOptions): Rounds {
  let client: Client | null = null
  const rounds = startRounds(publish, { what: 'publishing', every_ms, say })
  return { now: rounds.now, stop: () => rounds.stop().then(drop) }

  async function publish(): Promise<void> {
    try {
      client ??= await connected()
      await publishDue(database, { kysely: transactionOn(client) }, { now: now(), say })
    } catch (error) {
      await drop()
      throw error
    }
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
