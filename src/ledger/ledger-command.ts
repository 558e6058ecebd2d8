import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Database, type Tx, transactionOn } from '../database/index.ts'
import type { Printed } from '../shared/printed.ts'
import { readCommand } from '../shared/read-command.ts'
import { inBoth } from '../shared/sentences.ts'
import { exportLedger } from './export-ledger.ts'
import { openSigner, type PublicKey, readPublicKey } from './key.ts'
import { proveEntries } from './prove-entries.ts'
import { LedgerBroken, signEntries } from './sign-entries.ts'
import { type Fault, type Verification, verifyLedger } from './verify-ledger.ts'
import { readWitness, witnessFile } from './witness.ts'
import { fault_words, ledger_words } from './words.ts'

export const ledger_usage = `neu-guong ledger verify [--export FILE] [--witness FILE] [--key PUBLIC.pem] [--json]
neu-guong ledger export FILE
neu-guong ledger prove OBJECT ID FILE
neu-guong ledger sign`

const most_shown = 20
const options = { export: { type: 'string' }, witness: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean' } } as const
type Ledger = { database: Pick<Database, 'connect'>; data_dir: string; now: () => Date }
type Task = (ledger: Ledger) => Promise<Printed>

/**
 * `neu-guong ledger verify`: proves the whole ledger against its heads, a key (the data directory's, or a public one that somebody was given) and a witness (the data directory's own, or a copy
 * that was kept elsewhere). `ledger export FILE` writes it for the separate verifier, `ledger prove OBJECT ID FILE` only what it says of one object. None of the three writes anything: what nobody
 * has signed yet they count, and `ledger sign` signs it. Ends with 0 if it holds, 1 if not, 2 where the key is another one, or none.
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
    if (what === 'verify' && rest.length === 0) return withKey(key, db => verified(db, key!, { ...values, witness }))
    if (what === 'export' && rest.length === 1) return withKey(key, async db => answered(await exportTo(db, key!, rest[0]!)))
    if (what === 'prove' && rest.length === 3)
      return withKey(key, db => proved(db, key!, { object: rest[0]!, object_id: rest[1]!, file: rest[2]! }))
    return { why: 'Nêu việc cần làm với sổ · Say what to do with the ledger:' }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

/** A task inside one snapshot. Without a key there is nothing to hold signatures against, and none is made here: it would be another one. */
function withKey(key: PublicKey | null, work: (db: Tx) => Promise<Printed>): Task {
  if (key === null) return async ({ data_dir }) => ({ code: 2, out: '', err: said('no_key', { data_dir }) })
  return ({ database }) => inSnapshot(database, work)
}

/** Signs what waits. What is broken is signed no further, and said by the verification. */
async function signed({ database, data_dir, now }: Ledger): Promise<Printed> {
  const owner = await database.connect('neu_guong_owner')
  try {
    const head = await signEntries(owner, { signer: openSigner(data_dir), witness: witnessFile(data_dir), now })
    return answered(head ? said('signed', { size: head.size }) : said('nothing'))
  } catch (error) {
    if (!(error instanceof LedgerBroken)) throw error
    return { code: 1, out: '', err: `${said('not_signed')}\n${error.message}` }
  } finally {
    await owner.end()
  }
}

type Asked = { witness: string[]; export?: string; json?: boolean }

async function verified(db: Tx, key: PublicKey, { witness, export: file, json }: Asked): Promise<Printed> {
  const found = await verifyLedger(db, { key, witness })
  const exported = file ? [await exportTo(db, key, file)] : []
  const out = json ? JSON.stringify(found, null, 2) : [...inWords(found, key), ...exported].join('\n')
  return { code: exitCodeOf(found), out, err: '' }
}

async function proved(db: Tx, key: PublicKey, { file, ...which }: { object: string; object_id: string; file: string }): Promise<Printed> {
  const lines = await proveEntries(db, key, which)
  if (lines.length === 0) return { code: 2, out: '', err: said('unknown', which) }
  await writeFile(file, lines.map(line => `${line}\n`).join(''))
  return answered(said('proved', { ...which, file }))
}

function answered(out: string): Printed {
  return { code: 0, out, err: '' }
}

async function inSnapshot<T>(database: Pick<Database, 'connect'>, work: (db: Tx) => Promise<T>): Promise<T> {
  const auditor = await database.connect('neu_guong_auditor')
  try {
    await auditor.query('begin isolation level repeatable read read only')
    return await work(transactionOn(auditor))
  } finally {
    await auditor.end()
  }
}

async function exportTo(db: Tx, key: PublicKey, file: string): Promise<string> {
  await pipeline(Readable.from(exportLedger(db, key)), createWriteStream(file, { flush: true }))
  return said('exported', { file })
}

/** With another key nothing is known of the signatures; that is neither whole nor changed. */
function exitCodeOf({ faults }: Verification): number {
  if (faults.length === 0) return 0
  return isOtherKey(faults) ? 2 : 1
}

function isOtherKey(faults: Fault[]): boolean {
  return faults.length > 0 && faults.every(({ code }) => code === 'other-key')
}

function inWords(found: Verification, key: PublicKey): string[] {
  const { faults, last, ...counts } = found
  if (found.heads === 0 && faults.length === 0) return [said('nothing'), said('counted', counts)]
  const head = last ? [`  ${last.signed_at}  ${last.root}  (${last.key_id.slice(0, 16)}…)`] : []
  if (isOtherKey(faults))
    return [
      said('other_key'),
      said('key_in_hand', { key_id: key.key_id }),
      said('key_of_heads', { key_id: last!.key_id }),
      said('published'),
      said('counted', counts),
    ]
  const shown = faults.slice(0, most_shown).map(({ code, at }) => `  ${inBoth(fault_words[code], { at })}`)
  const rest = faults.length > shown.length ? [`  … ${faults.length - shown.length}`] : []
  return [said(faults.length > 0 ? 'broken' : 'holds'), said('counted', counts), ...head, ...shown, ...rest]
}

function said(sentence: keyof typeof ledger_words, values: Record<string, string | number> = {}): string {
  return inBoth(ledger_words[sentence], values)
}
