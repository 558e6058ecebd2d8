import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Client } from 'pg'
import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import { type Actor, type DatabaseServer, stepsForward, transactionOn } from '../../database/index.ts'
import { findLastHead, findSigner, record, witnessFile, writeWhole } from '../../ledger/index.ts'
import { digestOfManifest } from '../manifest.ts'
import type { Restorable } from '../restorable.ts'
import { cutOffAt, isBare } from '../rows.ts'
import { type KeptFile, unsealKeys } from '../take/recovery-key.ts'
import { secret_files } from '../take/take-backup.ts'
import type { Withdrawal } from '../withdrawals.ts'
import { layRows } from './lay-rows.ts'
import type { Backup } from './read-backup.ts'

export type Restoring = {
  backup: Backup
  /** The private half, PEM. */
  recovery_key: string
  /** What was taken back since the backup, or before it: both are done. */
  withdrawals: readonly Withdrawal[]
  rooms: Restorable
  data_dir: string
  signal?: AbortSignal
}
export type Restored = { name: string; rows: number; head_size: number | null; withdrawn: number }
export type RestoreCode =
  | 'wrong-recovery-key'
  | 'not-bare'
  | 'other-key-there'
  | 'other-witness-there'
  | 'unknown-withdrawal'
  | 'head-differs'

const machine: Actor = { person_id: null, name: 'neu-guong restore' }

/**
 * Brings a backup back into a bare database and its keys into the data folder: all of it in one transaction, or
 * nothing. What was withdrawn since is withdrawn again before anybody can look, and the ledger is told. Refusals: those
 * of `RestoreCode`. Throws where a row does not fit, or database or disk fail; then nothing is there.
 */
export async function restoreBackup(
  server: Pick<DatabaseServer, 'connect'>,
  restoring: Restoring,
): Promise<Outcome<Restored, RestoreCode>> {
  const opened = openKeys(restoring)
  if (!opened.ok) return opened
  const owner = cutOffAt(restoring.signal, await server.connect('neu_guong_owner'))
  try {
    if (!(await isBare(owner))) return refused({ code: 'not-bare' })
    return await restoreAs(owner, restoring, opened.value)
  } catch (error) {
    throw restoring.signal?.aborted ? restoring.signal.reason : error
  } finally {
    await owner.end()
  }
}

/** The files of the data folder: the opened keys, and the witness. Refused where another register's lie there. */
function openKeys({ backup, recovery_key, data_dir, withdrawals, rooms }: Restoring): Outcome<KeptFile[], RestoreCode> {
  const keys = unsealKeys(backup.manifest.keys, recovery_key)
  if (!keys || keys.map(({ name }) => name).join() !== secret_files.join()) return refused({ code: 'wrong-recovery-key' })
  const unknown = withdrawals.find(({ of }) => !rooms.withdrawables.some(one => one.of === of))
  if (unknown) return refused({ code: 'unknown-withdrawal', values: { of: unknown.of } })
  const witness = { name: 'ledger-heads.jsonl', content: Buffer.from(backup.witness.map(line => `${line}\n`).join('')).toString('base64') }
  const problems = [
    ...keys.flatMap(file => problemWith(data_dir, file, 'other-key-there')),
    ...problemWith(data_dir, witness, 'other-witness-there'),
  ]
  return problems.length > 0 ? refused(...problems) : done([...keys, witness])
}

function problemWith(data_dir: string, { name, content }: KeptFile, code: RestoreCode): Problem<RestoreCode>[] {
  const path = join(data_dir, name)
  return existsSync(path) && readFileSync(path).toString('base64') !== content ? [{ code, values: { path } }] : []
}

async function restoreAs(
  owner: Client,
  { backup, withdrawals, rooms, data_dir, signal }: Restoring,
  files: KeptFile[],
): Promise<Outcome<Restored, RestoreCode>> {
  const { manifest } = backup
  const made: string[] = []
  try {
    await owner.query('begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    await layRows(owner, backup, signal)
    if (!(await hasItsHead(owner, backup))) {
      await owner.query('rollback')
      return refused({ code: 'head-differs' })
    }
    for (const { run } of await stepsForward(owner)) await run()
    const withdrawn = await settle(owner, backup, { withdrawals, rooms })
    signal?.throwIfAborted()
    for (const file of files) if (placeFile(data_dir, file)) made.push(file.name)
    // The public half is written beside.
    findSigner(data_dir)
    await owner.query('commit')
    await owner.query('vacuum (analyze)')
    return done({
      name: manifest.name,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      head_size: manifest.ledger?.size ?? null,
      withdrawn,
    })
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    for (const name of made) rmSync(join(data_dir, name), { force: true })
    throw error
  }
}

/** The newest head in the rows is the one that the manifest names. */
export async function hasItsHead(client: Client, { manifest: { ledger } }: Backup): Promise<boolean> {
  const last = await findLastHead(transactionOn(client))
  return last?.root === ledger?.root && last?.size === ledger?.size && last?.key_id === ledger?.key_id
}

/**
 * In the transaction of the rows: what must not live again ends, and the ledger is told from which backup the register
 * goes on.
 */
async function settle(
  owner: Client,
  { manifest }: Backup,
  { withdrawals, rooms }: Pick<Restoring, 'withdrawals' | 'rooms'>,
): Promise<number> {
  await owner.query(`set local neu_guong.loading = 'yes'; select set_recorded_floor()`)
  const tx = transactionOn(owner)
  let withdrawn = 0
  for (const one of withdrawals) if (await rooms.withdrawables.find(({ of }) => of === one.of)!.again(tx, machine, one)) withdrawn++
  for (const end of rooms.after_restore) await end(tx, machine)
  const digest = digestOfManifest(manifest)
  await record(tx, machine, { act: 'restore-backup', object: 'backup', object_id: manifest.name, digest, retention: 'organisation' })
  return withdrawn
}

/** True where the file was not there before. */
function placeFile(data_dir: string, { name, content }: KeptFile): boolean {
  const path = name === 'ledger-heads.jsonl' ? witnessFile(data_dir) : join(data_dir, name)
  if (existsSync(path)) return false
  const is_secret = (secret_files as readonly string[]).includes(name)
  writeWhole(path, Buffer.from(content, 'base64').toString('utf8'), is_secret ? 0o600 : 0o644)
  return true
}
