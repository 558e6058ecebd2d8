import type { Client } from 'pg'
import type { Database } from '../database/index.ts'
import { openSigner } from './key.ts'
import { signEntries } from './sign-entries.ts'
import { witnessFile } from './witness.ts'

/** The signer while the portal serves. */
export type RunningSigner = {
  /** Signs what is committed now, and returns when the witness has seen it; a failure is said, not thrown. */
  signNow(): Promise<void>
  stop(): Promise<void>
}

export type SignerOptions = { data_dir: string; now?: () => Date; every_ms?: number; say: (line: string) => void }

/** Signs at least each `every_ms`, on a connection of its own, until it is stopped. What goes wrong is said once and tried again. */
export function startSigner(database: Pick<Database, 'connect'>, options: SignerOptions): RunningSigner {
  const { data_dir, now = () => new Date(), every_ms = 1000, say } = options
  const how = { signer: openSigner(data_dir), witness: witnessFile(data_dir), now }
  let client: Client | null = null
  let said = ''
  let stopped = false
  let rounds = Promise.resolve()
  let timer: NodeJS.Timeout | undefined

  const round = async () => {
    try {
      client ??= await connected()
      await signEntries(client, how)
      said = ''
    } catch (error) {
      await drop()
      const line = `ledger: ${(error as Error).message}`
      if (line !== said) say(line)
      said = line
    }
  }
  const signNow = () => {
    rounds = rounds.then(round)
    return rounds
  }
  const again = async () => {
    await signNow()
    if (!stopped) timer = setTimeout(again, every_ms)
  }
  timer = setTimeout(again, every_ms)
  return { signNow, stop }

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

  /** What was recorded until now is signed first. */
  async function stop(): Promise<void> {
    stopped = true
    clearTimeout(timer)
    await signNow()
    await drop()
  }
}
