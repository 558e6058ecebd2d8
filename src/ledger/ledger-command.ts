import { createWriteStream } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type Database, type Tx, transactionOn } from '../database/index.ts'
import type { Printed } from '../shared/printed.ts'
import { inBoth } from '../shared/sentences.ts'
import { exportLedger } from './export-ledger.ts'
import { openSigner, type PublicKey } from './key.ts'
import { proveEntries } from './prove-entries.ts'
import { LedgerBroken, signEntries } from './sign-entries.ts'
import { type Verification, verifyLedger } from './verify-ledger.ts'
import { readWitness, witnessFile } from './witness.ts'
import { fault_words, ledger_words } from './words.ts'

export const ledger_usage = `neu-guong ledger verify [--export FILE] [--witness FILE] [--json]
neu-guong ledger export FILE
neu-guong ledger prove OBJECT ID FILE`

const most_shown = 20
const options = { export: { type: 'string' }, witness: { type: 'string' }, json: { type: 'boolean' } } as const
/** What is to be done inside the snapshot, with the key and the witness of the data directory. */
type Task = (db: Tx, key: PublicKey) => Promise<Printed>

/**
 * `neu-guong ledger verify`: signs what waits, then proves the whole ledger against its heads, the key of the data directory and a witness (the data directory's
 * own, or a copy that was kept elsewhere). `ledger export FILE` writes it for the separate verifier, `ledger prove OBJECT ID FILE` only what it says of one object. Ends with 0 if
 * it holds, 1 if not.
 */
export async function ledgerCommand(
  database: Pick<Database, 'connect'>,
  args: string[],
  { data_dir, now }: { data_dir: string; now: () => Date },
): Promise<Printed> {
  const task = readTask(args, witnessFile(data_dir))
  if ('why' in task) return { code: 2, out: '', err: `${task.why}\n${ledger_usage}\n` }
  const signer = openSigner(data_dir)
  await signWaiting(database, { signer, witness: witnessFile(data_dir), now })
  return inSnapshot(database, db => task(db, signer))
}

function readTask(args: string[], own_witness: string): Task | { why: string } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    const [what, ...rest] = positionals
    // The witness is read before the first question, so that it is never ahead of the snapshot.
    const witness = readWitness(values.witness ?? own_witness)
    if (what === 'verify' && rest.length === 0) return (db, key) => verified(db, key, { ...values, witness })
    if (what === 'export' && rest.length === 1) return async (db, key) => answered(await exportTo(db, key, rest[0]!))
    if (what === 'prove' && rest.length === 3)
      return (db, key) => proved(db, key, { object: rest[0]!, object_id: rest[1]!, file: rest[2]! })
    return { why: 'Nêu việc cần làm với sổ · Say what to do with the ledger:' }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

type Asked = { witness: string[]; export?: string; json?: boolean }

async function verified(db: Tx, key: PublicKey, { witness, export: file, json }: Asked): Promise<Printed> {
  const found = await verifyLedger(db, { key, witness })
  const exported = file ? [await exportTo(db, key, file)] : []
  const out = json ? JSON.stringify(found, null, 2) : [...inWords(found), ...exported].join('\n')
  return { code: found.faults.length > 0 ? 1 : 0, out, err: '' }
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

/** A broken ledger is signed no further; what is broken is said by the verification. */
async function signWaiting(database: Pick<Database, 'connect'>, how: Parameters<typeof signEntries>[1]): Promise<void> {
  const owner = await database.connect('neu_guong_owner')
  try {
    await signEntries(owner, how)
  } catch (error) {
    if (!(error instanceof LedgerBroken)) throw error
  } finally {
    await owner.end()
  }
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

function inWords(found: Verification): string[] {
  const { faults, last, ...counts } = found
  if (found.heads === 0 && faults.length === 0) return [said('nothing'), said('counted', counts)]
  const shown = faults.slice(0, most_shown).map(({ code, at }) => `  ${inBoth(fault_words[code], { at })}`)
  const rest = faults.length > shown.length ? [`  … ${faults.length - shown.length}`] : []
  const head = last ? [`  ${last.signed_at}  ${last.root}  (${last.key_id.slice(0, 16)}…)`] : []
  return [said(faults.length > 0 ? 'broken' : 'holds'), said('counted', counts), ...head, ...shown, ...rest]
}

function said(sentence: keyof typeof ledger_words, values: Record<string, string | number> = {}): string {
  return inBoth(ledger_words[sentence], values)
}
