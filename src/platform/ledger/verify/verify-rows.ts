import type { Db } from '../../database/index.ts'
import { eachEntry, listEntriesOf, listSample, type SignedEntry } from '../kept.ts'
import type { SealedTable } from '../sealed-table.ts'
import { listArchives, readArchives, seal_archive } from './archives.ts'
import { digestsAt, no_rows } from './digest-rows.ts'
import type { Fault } from './verify-ledger.ts'

type Reads = Pick<Db, 'selectFrom' | 'executeQuery'>

/**
 * A room's own look at whether what it has counted is what its rows give: each difference by its name. Of `sample`
 * units, or of all where it is null.
 */
export type Recount = (db: Reads, sample: number | null) => Promise<string[]>
/** What the rooms lay together: the tables whose rows entries vouch for, and the counts that follow from them. */
export type Vouched = { sealed: readonly SealedTable[]; recounts: readonly Recount[] }
/**
 * `changes`: entries whose rows were read back. `erased`: rows in the register whose content a retention rule has
 * erased, by entries of their own.
 */
export type RowsVerified = { changes: number; erased: number; faults: Fault[] }

const at_once = 2_000
const most_faults = 1_000

/**
 * Reads back from its tables what each entry's change wrote, and holds it against the digest in the entry; then what
 * archives cover, what lies beside the ledger, and the counts. With `sample`, so many entries and the counts of so many
 * units, chosen by chance: seconds, whatever the register holds. All of it reads every sealed row twice, in stretches.
 * To be asked inside one snapshot by somebody who sees every row.
 */
export async function verifyRows(db: Reads, { sealed, recounts }: Vouched, sample: number | null): Promise<RowsVerified> {
  const verified: RowsVerified = { changes: 0, erased: await countErased(db), faults: [] }
  for await (const entries of sample === null ? inStretches(eachEntry(db)) : eachAlone(await listSample(db, sample))) {
    const { changes, faults } = await compareRows(db, sealed, entries)
    verified.changes += changes
    if (verified.faults.length < most_faults) verified.faults.push(...faults)
  }
  if (sample === null) verified.faults.push(...(await faultsBeside(db, sealed)))
  for (const recount of recounts)
    verified.faults.push(...(await recount(db, sample)).map((what): Fault => ({ code: 'count-differs', at: 0, what })))
  return verified
}

/** The same of the entries of one object, for whoever is given a proof of them. */
export async function verifyRowsOf(
  db: Reads,
  sealed: readonly SealedTable[],
  { object, object_id }: { object: string; object_id: string },
): Promise<Compared> {
  const verified: Compared = { changes: 0, faults: [] }
  for await (const entries of eachAlone(await listEntriesOf(db, { object, object_id }))) {
    const { changes, faults } = await compareRows(db, sealed, entries)
    verified.changes += changes
    verified.faults.push(...faults)
  }
  return verified
}

type Compared = Omit<RowsVerified, 'erased'>

async function countErased(db: Reads): Promise<number> {
  const { n } = await db
    .selectFrom('erasure')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow()
  return Number(n)
}

async function compareRows(db: Reads, sealed: readonly SealedTable[], entries: SignedEntry[]): Promise<Compared> {
  const vouching = entries.filter(({ format, act }) => format > 1 && act !== seal_archive)
  const digests = await digestsAt(
    db,
    sealed,
    vouching.map(({ recorded }) => recorded),
  )
  const differing = vouching.filter(({ recorded, rows_digest }) => (digests.get(recorded) ?? no_rows) !== rows_digest)
  return { changes: vouching.length, faults: differing.map(faultOf) }
}

function faultOf({ position, act, object, object_id, recorded }: SignedEntry): Fault {
  return { code: 'rows-differ', at: position, what: `${act} ${object} ${object_id}, ${recorded}` }
}

async function faultsBeside(db: Reads, sealed: readonly SealedTable[]): Promise<Fault[]> {
  const archives = await listArchives(db)
  const { digests, beside } = await readArchives(db, sealed, archives)
  const kept = await db.selectFrom('ledger_entry').select(['position', 'recorded', 'rows_digest']).where('act', '=', seal_archive).execute()
  const differing = kept.filter(({ recorded, rows_digest }) => rows_digest !== null && digests[archives.indexOf(recorded)] !== rows_digest)
  return [
    ...differing.map(({ position, recorded }): Fault => ({ code: 'archive-differs', at: position ?? 0, what: recorded })),
    ...beside.map(({ what, rows, first }): Fault => ({ code: 'rows-beside', at: rows, what: `${what}, ${first}` })),
  ]
}

/** What one question asks for together. */
async function* inStretches(entries: AsyncGenerator<SignedEntry>): AsyncGenerator<SignedEntry[]> {
  let stretch: SignedEntry[] = []
  for await (const entry of entries) {
    stretch.push(entry)
    if (stretch.length < at_once) continue
    yield stretch
    stretch = []
  }
  if (stretch.length > 0) yield stretch
}

/** Far apart in time, each is asked for by itself. */
async function* eachAlone(entries: SignedEntry[]): AsyncGenerator<SignedEntry[]> {
  for (const entry of entries) yield [entry]
}
