import { sql } from 'kysely'
import type { Client } from 'pg'
import { type Tx, transactionOn } from '../database/index.ts'
import { type Entry, leafOf } from './entry.ts'
import { before_first, digestOfHead, type Head, isSigned, lineOfHead, signHead, writtenInstant } from './head.ts'
import { eachHead, findHead, findLastHead, headOf, type KeptHead, listUnsigned } from './kept.ts'
import type { Signer } from './key.ts'
import type { SealedTable } from './sealed-table.ts'
import { listArchives, readArchives, recordArchive, seal_archive } from './verify/archives.ts'
import { digestsAt, no_rows } from './verify/digest-rows.ts'
import { empty_tree, grow, rootOf, type Tree } from './verify/merkle.ts'
import { bearWitness, lastWitnessed } from './verify/witness.ts'

/** Nothing is signed on top of a ledger that is not as it was left. `neu-guong ledger verify` says what differs. */
export class LedgerBroken extends Error {}

/**
 * With which key, in front of which witness (a file), by whose clock; and the tables whose rows the entries vouch for.
 */
export type Signing = { signer: Signer; witness: string; now: () => Date; sealed: readonly SealedTable[] }

/** A session's lock: one signs at a time, and nobody who records ever waits for it. */
const signing = 1_902_2024
const most_at_once = 5_000

/**
 * Gives every committed entry its place in the tree and the digest of the rows behind it, signs heads over them, and
 * has the witness see each head. The connection is the owner's and outside a transaction. Answers with the last head;
 * null where nothing was ever recorded. Throws LedgerBroken where the last head, its signature or its witness do not
 * agree.
 */
export async function signEntries(client: Client, how: Signing): Promise<Head | null> {
  await client.query('select pg_advisory_lock($1)', [signing])
  try {
    const db = transactionOn(client)
    let last = await findLastHead(db)
    refuseBroken(last, how.signer)
    await refuseForgotten(db, how.witness)
    await recordArchive(db)
    for (let next = await signSome(client, last, how); next; next = await signSome(client, last, how)) last = next
    await tellWitness(db, how.witness)
    return last && headOf(last)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [signing])
  }
}

/** One head more over the oldest unsigned entries; null where there are none. */
async function signSome(client: Client, last: KeptHead | null, how: Signing): Promise<KeptHead | null> {
  await client.query('begin')
  try {
    const tx = transactionOn(client, { keeps_plans: true })
    // The owner sees the rows of persons while it says that it loads; here it only reads them.
    await client.query(`set local neu_guong.loading = 'yes'`)
    const entries = await withRows(tx, actsFirst(await listUnsigned(tx, { most: most_at_once })), how.sealed)
    const next = entries.length === 0 ? null : await signOver(tx, entries, last, how)
    await client.query('commit')
    return next
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function signOver(tx: Tx, entries: Entry[], last: KeptHead | null, { signer, now }: Signing): Promise<KeptHead> {
  const before = last ? treeOfHead(last) : empty_tree
  const tree = entries.map(leafOf).reduce(grow, before)
  const facts = {
    size: tree.size,
    root: rootOf(tree).toString('hex'),
    signed_at: writtenInstant(now()),
    previous: last ? digestOfHead(headOf(last)) : before_first,
    key_id: signer.key_id,
  }
  const head = { ...signHead(facts, signer), peaks: tree.peaks.map(peak => peak.toString('hex')) }
  await sql`
    update ledger_entry e
       set position = ${before.size}::bigint + s.nth - 1, rows_digest = s.rows_digest
      from rows from (unnest(${entries.map(({ entry_id }) => entry_id)}::bigint[]), unnest(${entries.map(({ rows_digest }) => rows_digest)}::text[]))
           with ordinality as s (entry_id, rows_digest, nth)
     where e.entry_id = s.entry_id`.execute(tx)
  await tx.insertInto('ledger_head').values(head).execute()
  return head
}

/** What people did does not wait for an archive to be read, which takes as long as the register is large. */
function actsFirst(entries: Entry[]): Entry[] {
  const acts = entries.filter(({ act }) => act !== seal_archive)
  return acts.length > 0 ? acts : entries
}

/** The entries with the digests of the rows behind them, as they stand now; those of the first format have none. */
async function withRows(tx: Tx, entries: Entry[], sealed: readonly SealedTable[]): Promise<Entry[]> {
  const digests = await digestsAt(
    tx,
    sealed,
    entries.filter(({ format, act }) => format > 1 && act !== seal_archive).map(({ recorded }) => recorded),
  )
  const archived = entries.some(({ act }) => act === seal_archive) ? await digestsOfArchives(tx, sealed) : new Map()
  const rowsOf = ({ act, recorded }: Entry) => (act === seal_archive ? archived : digests).get(recorded) ?? no_rows
  return entries.map(entry => (entry.format === 1 ? entry : { ...entry, rows_digest: rowsOf(entry) }))
}

async function digestsOfArchives(tx: Tx, sealed: readonly SealedTable[]): Promise<Map<string, string>> {
  const archives = await listArchives(tx)
  const { digests } = await readArchives(tx, sealed, archives)
  return new Map(archives.map((recorded, i) => [recorded, digests[i]!]))
}

function treeOfHead({ size, peaks }: KeptHead): Tree {
  return { size, peaks: peaks.map(peak => Buffer.from(peak, 'hex')) }
}

function refuseBroken(last: KeptHead | null, { public_key, key_id }: Signer): void {
  if (!last) return
  if (last.key_id !== key_id) throw new LedgerBroken(`the ledger was signed with another key (${last.key_id.slice(0, 16)}…)`)
  if (!isSigned(headOf(last), public_key)) throw new LedgerBroken(`the signature of the head over ${last.size} entries is wrong`)
  if (rootOf(treeOfHead(last)).toString('hex') !== last.root)
    throw new LedgerBroken(`the head over ${last.size} entries does not fit its peaks`)
}

/** A register that was set back to an earlier day, or begun anew, does not know the head that the witness saw last. */
async function refuseForgotten(db: Tx, witness: string): Promise<void> {
  const line = lastWitnessed(witness)
  if (line === null) return
  const kept = await findHead(db, { size: sizeIn(line) })
  if (!kept || lineOfHead(headOf(kept)) !== line) {
    throw new LedgerBroken(
      `the last head in ${witness} is not in the ledger: if the register was begun anew on purpose, put that file away`,
    )
  }
}

/** Also what an earlier round signed and could not bring to the witness. */
async function tellWitness(db: Tx, witness: string): Promise<void> {
  const last = lastWitnessed(witness)
  const lines: string[] = []
  for await (const head of eachHead(db, last === null ? 0 : sizeIn(last))) lines.push(lineOfHead(headOf(head)))
  if (lines.length > 0) bearWitness(witness, lines)
}

function sizeIn(line: string): number {
  try {
    return Number(JSON.parse(line).size)
  } catch {
    throw new LedgerBroken('the last line of the witness is not a head')
  }
}
