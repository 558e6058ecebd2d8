import type { Actor, Tx } from '../database/index.ts'
import type { Vouched } from '../ledger/index.ts'
import type { Withdrawable } from './withdrawals.ts'

/** What backups must know of the rooms; the house lays it together. */
export type Restorable = {
  vouched: Vouched
  withdrawables: readonly Withdrawable[]
  /** What must not live again by itself when a register is brought back: sessions, letters that may have gone. */
  after_restore: readonly ((tx: Tx, actor: Actor) => Promise<void>)[]
}
