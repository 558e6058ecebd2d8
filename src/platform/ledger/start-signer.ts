import type { Client } from 'pg'
import { type Database, type Rounds, startRounds, transactionOn } from '../database/index.ts'
import { findLastHead } from './kept.ts'
import { type Signer, signerOf } from './key.ts'
import type { SealedTable } from './sealed-table.ts'
import { signEntries } from './sign-entries.ts'
import { witnessFile } from './verify/witness.ts'

export type SignerOptions = {
  data_dir: string
  sealed: readonly SealedTable[]
  now?: () => Date
  every_ms?: number
  say: (line: string) => void
}

/**
 * The signer while the portal serves: signs what is committed at least each `every_ms`, on a connection of its own;
 * stopping signs first what was recorded until then.
 */
export function startSigner(database: Pick<Database, 'connect'>, options: SignerOptions): Rounds {
  const { data_dir, sealed, now = () => new Date(), every_ms = 1000, say } = options
  const how = { witness: witnessFile(data_dir), now, sealed }
  let client: Client | null = null
  let signer: Signer | null = null
  const rounds = startRounds(sign, { what: 'ledger', every_ms, say })
  return { now: rounds.now, stop: () => rounds.stop().then(drop) }

  async function sign(): Promise<void> {
    try {
      client ??= await connected()
      signer ??= signerOf(data_dir, (await findLastHead(transactionOn(client))) !== null)
      await signEntries(client, { ...how, signer })
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
