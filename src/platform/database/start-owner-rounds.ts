import type { Client } from 'pg'
import type { Database } from './database.ts'
import { type Rounds, startRounds } from './start-rounds.ts'

/**
 * Rounds of upkeep that come each second or so, as the owner of the register: on one connection of their own, which is
 * kept between them. After a failure the next round connects anew. Where hours lie between rounds, `asOwner` is enough.
 */
export function startOwnerRounds(
  database: Pick<Database, 'connect'>,
  round: (owner: Client) => Promise<void>,
  options: Parameters<typeof startRounds>[1],
): Rounds {
  let owner: Client | null = null
  const rounds = startRounds(onOwnConnection, options)
  return { now: rounds.now, stop: () => rounds.stop().then(drop) }

  async function onOwnConnection(): Promise<void> {
    try {
      owner ??= await connected()
      await round(owner)
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
    const old = owner
    owner = null
    await old?.end().catch(() => {})
  }
}
