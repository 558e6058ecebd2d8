import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Printed } from '../../basis/shared/printed.ts'
import { readCommand } from '../../basis/shared/read-command.ts'
import { type Database, type Tx, transactionOn } from '../database/index.ts'
import { exportLedger } from './export-ledger.ts'
import { findLastHead } from './kept.ts'
import { type PublicKey, readPublicKey, SigningKeyMissing, signerOf } from './key.ts'
import { LedgerBroken, signEntries } from './sign-entries.ts'
import { proveEntries } from './verify/prove-entries.ts'
import { exitCodeOf, said, sayFault, sayVerification } from './verify/say-verification.ts'
import { verifyLedger } from './verify/verify-ledger.ts'
import { type Vouched, verifyRows, verifyRowsOf } from './verify/verify-rows.ts'
import { readWitness, witnessFile } from './verify/witness.ts'

export const ledger_usage = `neu-guong ledger verify [--export FILE] [--witness FILE] [--key PUBLIC.pem] [--sample=N] [--json]
neu-guong ledger export FILE
neu-guong ledger prove OBJECT ID FILE
neu-guong ledger sign`

const text = { type: 'string' } as const
const options = { export: text, witness: text, key: text, sample: text, json: { type: 'boolean' } } as const
type Ledger = { database: Pick<Database, 'connect'>; data_dir: string; now: () => Date; vouched: Vouched }
type Task = (ledger: Ledger) => Promise<Printed>
type ViewContext = (inside: { db: Tx; key: PublicKey; vouched: Vouched }) => Promise<Printed>

/**
 * `neu-guong ledger verify`: proves the whole ledger against its heads, a key (the data directory's, or a public one
 * that somebody was given) and a witness (the data directory's own, or a copy that was kept elsewhere), and reads back
 * from the tables what its entries vouch for: all of it, or of `--sample=N` entries. `ledger export FILE` writes it for
 * the separate verifier, `ledger prove OBJECT ID FILE` only what it says of one object. None of the three writes
 * anything: what nobody has signed yet they count, and `ledger sign` signs it. Ends with 0 if it holds, 1 if not, 2
 * where the key is another one, or none.
 */
export function ledgerCommand(database: Pick<Database, 'connect'>, args: string[], place: Omit<Ledger, 'database'>): Promise<Printed> {
  const task = readTask(args, place.data_dir)
  if ('why' in task) return Promise.resolve({ code: 2, out: '', err: `${task.why}\n${ledger_usage}\n` })
  return task({ database, ...place })
}

function readTask(args: string[], data_dir: string): Task | { why: string } {
  try {
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    const [what, ...rest] = positionals
    // Key and witness are read before the first question, so that the witness is never ahead of the snapshot.
    const key = readPublicKey(values.key === undefined ? { data_dir } : { file: values.key })
    const witness = readWitness(values.witness ?? witnessFile(data_dir))
    if (what === 'sign' && rest.length === 0) return signed
    if (what === 'verify' && rest.length === 0) return withKey(key, verified({ ...values, witness, sample: sampleFrom(values.sample) }))
    if (what === 'export' && rest.length === 1) return withKey(key, async ({ db, key }) => answered(await exportTo(db, key, rest[0]!)))
    if (what === 'prove' && rest.length === 3) return withKey(key, proved({ object: rest[0]!, object_id: rest[1]!, file: rest[2]! }))
    return { why: 'Nêu việc cần làm với sổ · Say what to do with the ledger:' }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

/**
 * A task inside one snapshot. Without a key there is nothing to hold signatures against, and none is made here: it
 * would be another one.
 */
function withKey(key: PublicKey | null, work: ViewContext): Task {
  if (key === null) return async ({ data_dir }) => ({ code: 2, out: '', err: said('no_key', { data_dir }) })
  return ({ database, vouched }) => inSnapshot(database, db => work({ db, key, vouched }))
}

/** How many entries to read back; null for all. */
function sampleFrom(said_: string | undefined): number | null {
  if (said_ === undefined) return null
  if (!/^[1-9]\d{0,5}$/.test(said_)) throw new Error(`--sample=${said_}`)
  return Number(said_)
}

/** Signs what waits. What is broken is signed no further, and said by the verification. */
async function signed({ database, data_dir, now, vouched: { sealed } }: Ledger): Promise<Printed> {
  const owner = await database.connect('neu_guong_owner')
  try {
    const signer = signerOf(data_dir, (await findLastHead(transactionOn(owner))) !== null)
    const head = await signEntries(owner, { signer, witness: witnessFile(data_dir), now, sealed })
    return answered(head ? said('signed', { size: head.size }) : said('nothing'))
  } catch (error) {
    if (!(error instanceof LedgerBroken || error instanceof SigningKeyMissing)) throw error
    return { code: 1, out: '', err: `${said('not_signed')}\n${error.message}` }
  } finally {
    await owner.end()
  }
}

type Asked = { witness: string[]; sample: number | null; export?: string; json?: boolean }

function verified({ witness, sample, export: file, json }: Asked): ViewContext {
  return async ({ db, key, vouched }) => {
    const chain = await verifyLedger(db, { key, witness })
    const { changes, erased, faults } = await verifyRows(db, vouched, sample)
    const found = { ...chain, changes, erased, sample, faults: [...chain.faults, ...faults] }
    const exported = file ? [await exportTo(db, key, file)] : []
    const out = json ? JSON.stringify(found, null, 2) : [...sayVerification(found, key), ...exported].join('\n')
    return { code: exitCodeOf(found), out, err: '' }
  }
}

/** What the ledger says of an object, and whether the rows behind it are still what it says. */
function proved({ file, ...which }: { object: string; object_id: string; file: string }): ViewContext {
  return async ({ db, key, vouched: { sealed } }) => {
    const lines = await proveEntries(db, key, which)
    if (lines.length === 0) return { code: 2, out: '', err: said('unknown', which) }
    await writeFile(file, lines.map(line => `${line}\n`).join(''))
    const { faults } = await verifyRowsOf(db, sealed, which)
    const out = [said('proved', { ...which, file }), ...faults.map(sayFault)].join('\n')
    return { code: faults.length > 0 ? 1 : 0, out, err: '' }
  }
}

function answered(out: string): Printed {
  return { code: 0, out, err: '' }
}

/** As the owner, who alone may see every row, and who cannot write here: the server refuses it. */
async function inSnapshot<T>(database: Pick<Database, 'connect'>, work: (db: Tx) => Promise<T>): Promise<T> {
  const owner = await database.connect('neu_guong_owner')
  try {
    await owner.query(`begin isolation level repeatable read read only; set local neu_guong.loading = 'yes'`)
    return await work(transactionOn(owner, { keeps_plans: true }))
  } finally {
    await owner.end()
  }
}

async function exportTo(db: Tx, key: PublicKey, file: string): Promise<string> {
  await pipeline(Readable.from(exportLedger(db, key)), createWriteStream(file, { flush: true }))
  return said('exported', { file })
}
