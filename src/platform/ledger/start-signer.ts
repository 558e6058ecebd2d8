import { type Database, type Rounds, startOwnerRounds, transactionOn } from '../database/index.ts'
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
  let signer: Signer | null = null
  return startOwnerRounds(
    database,
    async owner => {
      signer ??= signerOf(data_dir, (await findLastHead(transactionOn(owner))) !== null)
      await signEntries(owner, { ...how, signer })
    },
    { what: 'ledger', every_ms, say },
  )
}
