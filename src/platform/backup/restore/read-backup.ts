import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import { currentEdition, digestOfRepeatable, digestOfTables, type Edition, type Laying, layingOf } from '../../database/index.ts'
import { laying_files, type Manifest, manifest_file, readManifest, signature_file, witness_copy } from '../manifest.ts'
import { measureFile } from '../take/folder.ts'

/** A backup whose every byte is as it was signed, and of an edition that this program can bring forward. */
export type Backup = { place: string; manifest: Manifest; laying: Laying; witness: string[] }

export type BackupCode =
  | 'no-backup'
  | 'manifest-changed'
  | 'file-missing'
  | 'file-changed'
  | 'newer-edition'
  | 'edited-migration'
  | 'other-tables'

/** Names of the whole backups in a folder, the newest first. What has no manifest, or is still being made, is none. */
export async function listBackups(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const names = (await readdir(folder)).filter(name => /^\d{4}-\d{2}-\d{2}T\d{6}Z$/.test(name))
  return names.filter(name => existsSync(join(folder, name, manifest_file))).toSorted((a, b) => (a < b ? 1 : -1))
}

/** The manifest of a folder, if it is as it was signed; null where there is none, or another. */
export async function readSignedManifest(place: string): Promise<Manifest | null> {
  if (!existsSync(join(place, manifest_file)) || !existsSync(join(place, signature_file))) return null
  return readManifest(await readFile(join(place, manifest_file), 'utf8'), await readFile(join(place, signature_file), 'utf8'))
}

/**
 * Reads a backup, or the newest one of a folder of backups, and compares every byte with its manifest. Refusals: those
 * of `BackupCode`, of all files at once.
 */
export async function readBackup(given: string, edition: Edition = currentEdition()): Promise<Outcome<Backup, BackupCode>> {
  const place = existsSync(join(given, manifest_file)) ? given : join(given, (await listBackups(given))[0] ?? '')
  if (!existsSync(join(place, manifest_file)) || basename(place).startsWith('.'))
    return refused({ code: 'no-backup', values: { path: given } })
  const read = (name: string) => readFile(join(place, name), 'utf8')
  const manifest = await readSignedManifest(place)
  if (!manifest || manifest.files.some(({ name }) => !isOwnName(name)))
    return refused({ code: 'manifest-changed', values: { path: place } })
  const problems = [...problemsOfEdition(manifest, edition), ...(await problemsOfFiles(place, manifest))]
  if (problems.length > 0) return refused(...problems)
  const witness = (await read(witness_copy)).split('\n').slice(0, -1)
  return done({ place, manifest, laying: await layingFor(manifest, edition, read), witness })
}

/** Nothing of a backup lies outside of it. */
function isOwnName(name: string): boolean {
  return /^[a-z0-9_-]+(?:\/[a-z0-9_-]+)?(?:\.[a-z]+)*$/.test(name)
}

/**
 * A backup of this very edition is laid by the program's own text; an older one by the text that it brings, and then
 * taken forward.
 */
async function layingFor({ edition }: Manifest, ours: Edition, read: (name: string) => Promise<string>): Promise<Laying> {
  if (edition.repeatable === digestOfRepeatable(ours.schema) && edition.tables === digestOfTables(ours.schema)) return layingOf(ours)
  return { before_rows: await read(laying_files.before_rows), after_rows: await read(laying_files.after_rows) }
}

/** From the backup's edition only migrations lead to ours: without a step between them, the tables must be the same. */
function* problemsOfEdition({ edition }: Manifest, { schema, migrations }: Edition): Generator<Problem<BackupCode>> {
  for (const { number, name, sha256 } of edition.migrations) {
    const ours = migrations.find(one => one.number === number)
    const values = { migration: `${number}-${name}` }
    if (!ours) yield { code: 'newer-edition', values }
    else if (ours.sha256 !== sha256) yield { code: 'edited-migration', values }
  }
  const is_level = edition.migrations.length === migrations.length
  if (is_level && edition.tables !== digestOfTables(schema)) yield { code: 'other-tables' }
}

async function problemsOfFiles(place: string, { files }: Manifest): Promise<Problem<BackupCode>[]> {
  const problems: Problem<BackupCode>[] = []
  for (const { name, bytes, sha256 } of files) {
    if (!existsSync(join(place, name))) problems.push({ code: 'file-missing', values: { file: name } })
    else {
      const found = await measureFile(place, name)
      if (found.bytes !== bytes || found.sha256 !== sha256) problems.push({ code: 'file-changed', values: { file: name } })
    }
  }
  return problems
}
