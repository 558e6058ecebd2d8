import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { type Actor, asOwner, change, type DatabaseServer, type Tx } from '../../database/index.ts'
import { record } from '../../ledger/index.ts'
import type { Restorable } from '../restorable.ts'
import { type TakeCode, type Taken, type Taking, takeBackup } from '../take/take-backup.ts'
import { keepWithdrawals, type Withdrawal, withdrawals_file } from '../withdrawals.ts'

const machine: Actor = { person_id: null, name: 'neu-guong backup' }
const loading = CompiledQuery.raw(`set local neu_guong.loading = 'yes'`)

/** What a register that is not of this edition, or not there, cannot be told. */
const unheard: ReadonlySet<string> = new Set<TakeCode>(['other-edition', 'nothing-there'])

type Noting = Omit<Taking, 'sealed'> & { rooms: Restorable }

/**
 * Takes a backup, and writes down that it was taken, or why not: for the administrators' home page, and for the ledger.
 * The list of withdrawals beside it is brought up to date first.
 */
export async function takeAndNote(
  server: Pick<DatabaseServer, 'connect'>,
  { rooms, ...taking }: Noting,
): Promise<Outcome<Taken, TakeCode>> {
  const began_at = taking.now()
  try {
    const taken = await takeBackup(server, { ...taking, sealed: rooms.vouched.sealed })
    if (taken.ok) await writeWithdrawals(server, taking.folder, rooms)
    if (taken.ok) await note(server, tx => noteWhole(tx, taken.value, { folder: taking.folder, began_at }))
    else if (!unheard.has(taken.problems[0]!.code))
      await note(server, tx => noteFailed(tx, taken.problems[0]!.code, { folder: taking.folder, began_at }))
    return taken
  } catch (error) {
    if (!taking.stopping?.aborted)
      await note(server, tx => noteFailed(tx, shortOf(error), { folder: taking.folder, began_at })).catch(() => {})
    throw error
  }
}

/** Adds what was withdrawn to the list beside the backups; answers how many lines. */
export function writeWithdrawals(server: Pick<DatabaseServer, 'connect'>, folder: string, { withdrawables }: Restorable): Promise<number> {
  return asOwner(server, async ({ kysely }) => {
    const found = await kysely.transaction().execute(async tx => {
      await tx.executeQuery(loading)
      const lists: Withdrawal[] = []
      for (const { list } of withdrawables) lists.push(...(await list(tx)))
      return lists
    })
    return keepWithdrawals(join(folder, withdrawals_file), found)
  })
}

async function note(server: Pick<DatabaseServer, 'connect'>, work: (tx: Tx) => Promise<void>): Promise<void> {
  await asOwner(server, owned =>
    change(owned, machine, async tx => {
      await work(tx)
      return done(null)
    }),
  )
}

type About = { folder: string; began_at: Date }

async function noteWhole(tx: Tx, { name, digest, rows, bytes, head_size }: Taken, { folder, began_at }: About): Promise<void> {
  await tx
    .insertInto('backup')
    .values({ name, folder, began_at: began_at.toISOString(), outcome: 'whole', rows, bytes, head_size })
    .execute()
  await record(tx, machine, { act: 'take-backup', object: 'backup', object_id: name, digest, retention: 'organisation' })
}

async function noteFailed(tx: Tx, why: string, { folder, began_at }: About): Promise<void> {
  await tx.insertInto('backup').values({ folder, began_at: began_at.toISOString(), outcome: 'failed', why }).execute()
}

/** A code of the system, or the first words of a failure: no row of anybody's stands in it. */
function shortOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException
  return (code ?? name).slice(0, 60)
}
