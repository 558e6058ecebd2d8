import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import { type Database, type Tx, transactionOn } from '../database/index.ts'
import type { Printed } from '../shared/printed.ts'
import { exportLedger } from './export-ledger.ts'
import { openSigner, type PublicKey } from './key.ts'
import { LedgerBroken, signEntries } from './sign-entries.ts'
import { type Verification, verifyLedger } from './verify-ledger.ts'
import { readWitness, witnessFile } from './witness.ts'
import { fault_words, ledger_words } from './words.ts'

export const ledger_usage = `neu-guong ledger verify [--export FILE] [--witness FILE] [--json]
neu-guong ledger export FILE`

const most_shown = 20
const options = { export: { type: 'string' }, witness: { type: 'string' }, json: { type: 'boolean' } } as const
type Asked = { export_to: string | null; witness: string; json: boolean; verify: boolean }

/**
 * `neu-guong ledger verify`: signs what waits, then proves the whole ledger against its heads, the key of the data directory and a witness (the data directory's
 * own, or a copy that was kept elsewhere). `ledger export FILE` writes it for the separate verifier. Ends with 0 if it holds, 1 if not.
 */
export async function ledgerCommand(
  database: Pick<Database, 'connect'>,
  args: string[],
  { data_dir, now }: { data_dir: string; now: () => Date },
): Promise<Printed> {
  const asked = readArgs(args, data_dir)
  if ('why' in asked) return { code: 2, out: '', err: `${asked.why}\n${ledger_usage}\n` }
  const signer = openSigner(data_dir)
  await signWaiting(database, { signer, witness: witnessFile(data_dir), now })
  const witness = readWitness(asked.witness)
  return inSnapshot(database, async db => {
    const found = asked.verify ? await verifyLedger(db, { key: signer, witness }) : null
    const exported = asked.export_to ? await exportTo(db, asked.export_to, signer) : []
    if (found && asked.json) return { code: found.faults.length > 0 ? 1 : 0, out: JSON.stringify(found, null, 2), err: '' }
    return { code: found && found.faults.length > 0 ? 1 : 0, out: [...(found ? inWords(found) : []), ...exported].join('\n'), err: '' }
  })
}

function readArgs(args: string[], data_dir: string): Asked | { why: string } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    const [what, file, ...more] = positionals
    const witness = values.witness ?? witnessFile(data_dir)
    const json = values.json ?? false
    if (what === 'export' && file && more.length === 0) return { export_to: file, witness, json, verify: false }
    if (what === 'verify' && !file) return { export_to: values.export ?? null, witness, json, verify: true }
    return { why: 'Nêu việc cần làm với sổ · Say what to do with the ledger:' }
  } catch (error) {
    return { why: (error as Error).message }
  }
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

async function exportTo(db: Tx, file: string, key: PublicKey): Promise<string[]> {
  let size = 0
  await pipeline(Readable.from(counting()), createWriteStream(file, { flush: true }))
  return [said('exported', { size, file })]

  async function* counting() {
    for await (const line of exportLedger(db, key)) {
      if (line.includes('"kind":"ledger-entry"')) size++
      yield line
    }
  }
}

function inWords(found: Verification): string[] {
  if (found.heads === 0 && found.faults.length === 0) return [said('nothing'), said('counted', found)]
  const shown = found.faults.slice(0, most_shown).map(({ code, at }) => `  ${filled(fault_words[code], { at })}`)
  const rest = found.faults.length > shown.length ? [`  … ${found.faults.length - shown.length}`] : []
  const { last } = found
  const head = last ? [`  ${last.signed_at}  ${last.root}  (${last.key_id.slice(0, 16)}…)`] : []
  return [said(found.faults.length > 0 ? 'broken' : 'holds'), said('counted', found), ...head, ...shown, ...rest]
}

function said(sentence: keyof typeof ledger_words, values: object = {}): string {
  return filled(ledger_words[sentence], values)
}

/** Both languages on one line, for a terminal. */
function filled({ vi, en }: { vi: string; en: string }, values: object): string {
  return `${vi} · ${en}`.replace(/\{(\w+)\}/g, (_, name: string) => String(Object.entries(values).find(([key]) => key === name)?.[1]))
}
