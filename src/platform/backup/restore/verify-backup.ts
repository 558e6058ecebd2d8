import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from 'pg'
import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import { connectAs, startEmbedded, stepsForward, transactionOn } from '../../database/index.ts'
import { publicKeyFrom, sayFault, type Vouched, verifyLedger, verifyRows } from '../../ledger/index.ts'
import { copyOut, cutOffAt, in_one_snapshot, listSequences, listTables } from '../rows.ts'
import { layRows } from './lay-rows.ts'
import type { Backup } from './read-backup.ts'
import { hasItsHead } from './restore-backup.ts'

export type VerifyCode = 'table-differs' | 'sequence-differs' | 'head-differs' | 'ledger-differs'
export type Verified = { name: string; taken_at: string; tables: number; rows: number; head_size: number; key_id: string; changes: number }
export type Verifying = { vouched: Vouched; database_account: string; say: (line: string) => void; signal?: AbortSignal }

/**
 * Brings a backup back on a server of its own in the folder for passing files (TMPDIR), which goes away again, and
 * compares: every table's rows byte for byte as they would be saved anew, the sequences, the last head, the whole
 * ledger with its witness, and the rows that its entries vouch for. Needs no private key. Refusals: those of
 * `VerifyCode`, all at once.
 */
export async function verifyBackup(
  backup: Backup,
  { vouched, database_account, say, signal }: Verifying,
): Promise<Outcome<Verified, VerifyCode>> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-verify-'))
  // As root the server runs under another account, which must come in; its own folder is closed to others.
  chmodSync(data_dir, 0o755)
  try {
    const server = await startEmbedded({ data_dir, database_account, exclusive: true, unsafe: true, say })
    try {
      const owner = cutOffAt(signal, await connectAs(server.connection('neu_guong_owner')))
      return await compare(owner, backup, vouched, signal).finally(() => owner.end())
    } catch (error) {
      throw signal?.aborted ? signal.reason : error
    } finally {
      await server.stop()
    }
  } finally {
    rmSync(data_dir, { recursive: true, force: true })
  }
}

async function compare(owner: Client, backup: Backup, vouched: Vouched, signal?: AbortSignal): Promise<Outcome<Verified, VerifyCode>> {
  const { manifest } = backup
  await owner.query('begin')
  await layRows(owner, backup, signal)
  await owner.query('commit')
  const problems = await differences(owner, backup, signal)
  await owner.query('begin')
  for (const { run } of await stepsForward(owner)) await run()
  await owner.query('commit; analyze')
  const ledger = await verifyAll(owner, backup, vouched)
  const faults = ledger.faults.map((fault): Problem<VerifyCode> => ({ code: 'ledger-differs', values: { fault } }))
  if (problems.length + faults.length > 0) return refused(...problems, ...faults)
  const { name, taken_at, tables } = manifest
  const rows = tables.reduce((sum, one) => sum + one.rows, 0)
  return done({ name, taken_at, tables: tables.length, rows, head_size: ledger.size, key_id: ledger.key_id, changes: ledger.changes })
}

/** What a backup of the restored register would say otherwise. */
async function differences(owner: Client, backup: Backup, signal?: AbortSignal): Promise<Problem<VerifyCode>[]> {
  const { tables, sequences } = backup.manifest
  const problems: Problem<VerifyCode>[] = []
  await owner.query(in_one_snapshot)
  for (const shape of await listTables(owner)) {
    const told = tables.find(({ table }) => table === shape.table)
    const { rows, bytes, sha256 } = await copyOut(owner, shape, undefined, signal)
    if (told?.sha256 !== sha256 || told.bytes !== bytes || told.rows !== rows)
      problems.push({ code: 'table-differs', values: { table: shape.table } })
  }
  await owner.query('commit')
  const found = await listSequences(owner)
  for (const { sequence, last_value } of sequences)
    if (found.find(one => one.sequence === sequence)?.last_value !== last_value)
      problems.push({ code: 'sequence-differs', values: { sequence } })
  if (!(await hasItsHead(owner, backup))) problems.push({ code: 'head-differs' })
  return problems
}

type LedgerFound = { size: number; key_id: string; changes: number; faults: string[] }

async function verifyAll(owner: Client, { manifest, witness }: Backup, vouched: Vouched): Promise<LedgerFound> {
  const key = publicKeyFrom(manifest.public_key)
  await owner.query(`begin isolation level repeatable read read only; set local neu_guong.loading = 'yes'`)
  const db = transactionOn(owner, { keeps_plans: true })
  const chain = await verifyLedger(db, { key, witness })
  // Whether tallies add up was so, or not, before the backup: their rows are compared byte by byte, and «ledger verify»
  // counts anew.
  const rows = await verifyRows(db, { sealed: vouched.sealed, recounts: [] }, null)
  await owner.query('commit')
  return { size: chain.size, key_id: key.key_id, changes: rows.changes, faults: [...chain.faults, ...rows.faults].map(sayFault) }
}
