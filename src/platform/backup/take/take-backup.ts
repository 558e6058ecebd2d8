import { existsSync, readFileSync } from 'node:fs'
import { copyFile, open } from 'node:fs/promises'
import { join } from 'node:path'
import { createGzip } from 'node:zlib'
import type { Client } from 'pg'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import {
  currentEdition,
  type DatabaseServer,
  digestOfTables,
  isCurrent,
  type Landed,
  layingOf,
  transactionOn,
} from '../../database/index.ts'
import { findLastHead, findSigner, LedgerBroken, type SealedTable, type Signer, signEntries, witnessFile } from '../../ledger/index.ts'
import {
  digestOfManifest,
  type FileEntry,
  laying_files,
  type Manifest,
  manifest_file,
  rowsFile,
  signature_file,
  signManifest,
  spkiOf,
  type TableEntry,
  witness_copy,
} from '../manifest.ts'
import { copyOut, cutOffAt, in_one_snapshot, isBare, listSequences, listTables, type TableShape } from '../rows.ts'
import { beginFolder, clearUnnamed, measureFile, nameFolder, newFile, writeText } from './folder.ts'
import { isRecoveryKey, type KeptFile, sealKeys } from './recovery-key.ts'

export type Taking = {
  /** Where backups lie, each in a folder of its own. */
  folder: string
  /** The public half of the key that the register's keys are sealed to. */
  recovery_key: string
  data_dir: string
  sealed: readonly SealedTable[]
  now: () => Date
  /** Breaks off; nothing is left then. */
  stopping?: AbortSignal
}

/**
 * A backup that is whole and on the disk. `warning`: what its ledger suffers from, where it is not as it was left; such
 * a register is saved all the same.
 */
export type Taken = {
  name: string
  place: string
  digest: string
  rows: number
  bytes: number
  head_size: number | null
  warning: string | null
}

export type TakeCode =
  | 'no-recovery-key'
  | 'nothing-there'
  | 'other-edition'
  | 'no-signing-key'
  | 'other-signing-key'
  | 'no-sealing-key'
  | 'is-being-taken'
  | 'disk-full'

/** A session's lock: one takes a backup of a register at a time. */
const taking = 1_902_2026

/**
 * What of the data folder only the holder of the recovery key may have. The embedded server's passwords are made anew
 * with it.
 */
export const secret_files = ['ledger-key.pem', 'sealing.key'] as const

/**
 * Writes the whole register as it stands at one instant: the text of its schema, every row, the sequences, the witness,
 * the keys sealed, and a signed manifest with the digests of all. The folder has its name when all of it is on the
 * disk, and not before. Refusals: those of `TakeCode`. Throws where the database or the disk fails otherwise.
 */
export async function takeBackup(server: Pick<DatabaseServer, 'connect'>, options: Taking): Promise<Outcome<Taken, TakeCode>> {
  if (!isRecoveryKey(options.recovery_key)) return refused({ code: 'no-recovery-key' })
  const owner = cutOffAt(options.stopping, await server.connect('neu_guong_owner'))
  try {
    const { rows } = await owner.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [taking])
    if (!rows[0]!.held) return refused({ code: 'is-being-taken' })
    return await takeAlone(owner, options)
  } catch (error) {
    throw options.stopping?.aborted ? options.stopping.reason : error
  } finally {
    await owner.end()
  }
}

async function takeAlone(owner: Client, options: Taking): Promise<Outcome<Taken, TakeCode>> {
  if (await isBare(owner)) return refused({ code: 'nothing-there' })
  if (!(await isCurrent(async sql => (await owner.query<Landed>(sql)).rows))) return refused({ code: 'other-edition' })
  const signer = await findOwnSigner(owner, options.data_dir)
  if (!signer.ok) return signer
  const name = `${options.now().toISOString().slice(0, 19).replaceAll(':', '')}Z`
  try {
    await beginFolder(options.folder, name)
    await clearUnnamed(options.folder)
    const aside = await beginFolder(options.folder, name)
    const warning = await signWhatWaits(owner, signer.value, options)
    const manifest = await writeParts(owner, aside, { ...options, name, signer: signer.value })
    await writeManifest(aside, manifest, signer.value)
    options.stopping?.throwIfAborted()
    await nameFolder(options.folder, name)
    return done({ ...summaryOf(manifest), place: join(options.folder, name), warning })
  } catch (error) {
    await clearUnnamed(options.folder).catch(() => {})
    if (isFull(error)) return refused({ code: 'disk-full', values: { path: options.folder } })
    throw error
  }
}

function summaryOf(manifest: Manifest): Omit<Taken, 'place' | 'warning'> {
  const { name, tables, files, ledger } = manifest
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one, 0)
  const sizes = { rows: sum(tables.map(({ rows }) => rows)), bytes: sum(files.map(({ bytes }) => bytes)) }
  return { name, digest: digestOfManifest(manifest), ...sizes, head_size: ledger?.size ?? null }
}

/**
 * The key of this register's ledger. One that signed none of its heads would sign a backup that nobody can restore with
 * its keys.
 */
async function findOwnSigner(owner: Client, data_dir: string): Promise<Outcome<Signer, TakeCode>> {
  const last = await findLastHead(transactionOn(owner))
  const signer = findSigner(data_dir)
  if (!signer) return refused({ code: 'no-signing-key', values: { path: data_dir } })
  if (last && last.key_id !== signer.key_id) return refused({ code: 'other-signing-key', values: { path: data_dir } })
  if (!existsSync(join(data_dir, 'sealing.key'))) return refused({ code: 'no-sealing-key', values: { path: data_dir } })
  return done(signer)
}

/**
 * The head in the backup covers all that was done. A ledger that is not as it was left is signed no further, and saved
 * as it is.
 */
async function signWhatWaits(owner: Client, signer: Signer, { data_dir, sealed, now }: Taking): Promise<string | null> {
  try {
    await signEntries(owner, { signer, witness: witnessFile(data_dir), now, sealed })
    return null
  } catch (error) {
    if (error instanceof LedgerBroken) return error.message
    throw error
  }
}

type Writing = Taking & { name: string; signer: Signer }

/** The witness is copied before the snapshot begins, so that it is never ahead of it. */
async function writeParts(owner: Client, aside: string, how: Writing): Promise<Manifest> {
  const files: FileEntry[] = [await copyWitness(aside, how.data_dir), ...(await writeLaying(aside))]
  await owner.query(in_one_snapshot)
  const tables: TableEntry[] = []
  for (const shape of await listTables(owner)) {
    const { entry, file } = await writeRows(owner, aside, shape, how.stopping)
    tables.push(entry)
    files.push(file)
  }
  const last = await findLastHead(transactionOn(owner))
  const migrations = (await owner.query('select number, name, sha256 from migration where number > 0 order by number')).rows
  await owner.query('commit')
  const { schema } = currentEdition()
  const { rows: landed } = await owner.query<Landed>('select sha256 from migration where number = 0')
  return {
    format: 1,
    name: how.name,
    taken_at: how.now().toISOString(),
    edition: { tables: digestOfTables(schema), repeatable: landed[0]!.sha256, migrations },
    tables,
    sequences: await listSequences(owner),
    ledger: last && { size: last.size, root: last.root, key_id: last.key_id },
    public_key: spkiOf(how.signer),
    keys: sealKeys(readSecrets(how.data_dir), how.recovery_key),
    files,
  }
}

async function writeRows(
  owner: Client,
  aside: string,
  shape: TableShape,
  stopping?: AbortSignal,
): Promise<{ entry: TableEntry; file: FileEntry }> {
  const name = rowsFile(shape.table)
  // Photos do not become smaller; their hexadecimal does at once, by half.
  const measured = await copyOut(owner, shape, { packed: createGzip({ level: 1 }), file: newFile(join(aside, name)) }, stopping)
  return { entry: { table: shape.table, columns: shape.columns, ...measured }, file: await measureFile(aside, name) }
}

async function writeLaying(aside: string): Promise<FileEntry[]> {
  const laying = layingOf(currentEdition())
  for (const part of ['before_rows', 'after_rows'] as const) await writeText(join(aside, laying_files[part]), laying[part])
  return [await measureFile(aside, laying_files.before_rows), await measureFile(aside, laying_files.after_rows)]
}

async function copyWitness(aside: string, data_dir: string): Promise<FileEntry> {
  const [from, to] = [witnessFile(data_dir), join(aside, witness_copy)]
  if (!existsSync(from)) await writeText(to, '')
  else {
    await copyFile(from, to)
    const copied = await open(to, 'r+')
    await copied.sync().finally(() => copied.close())
  }
  return measureFile(aside, witness_copy)
}

function readSecrets(data_dir: string): KeptFile[] {
  return secret_files.map(name => ({ name, content: readFileSync(join(data_dir, name)).toString('base64') }))
}

async function writeManifest(aside: string, manifest: Manifest, signer: Signer): Promise<void> {
  const { text, signature } = signManifest(manifest, signer)
  await writeText(join(aside, manifest_file), text)
  await writeText(join(aside, signature_file), signature)
}

/** A disk that takes no more, or no more of ours. */
export function isFull(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '')
}
