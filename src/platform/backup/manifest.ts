import { createPublicKey, sign, verify } from 'node:crypto'
import { canonicalJson, digestOf } from '../../basis/shared/canonical-json.ts'
import type { Migration } from '../database/index.ts'
import type { PublicKey, Signer } from '../ledger/index.ts'
import type { SealedKeys } from './take/recovery-key.ts'

/** A file of a backup as it lies there. `name` is its path within it; `bytes` its length, `sha256` hexadecimal. */
export type FileEntry = { name: string; bytes: number; sha256: string }

/**
 * The rows of a table as PostgreSQL's text of COPY, in the order of its key: the same rows are the same bytes on every
 * machine.
 */
export type TableEntry = { table: string; columns: string[]; rows: number; bytes: number; sha256: string }

/**
 * Of which edition the rows are: digests of what they stand in, and of functions and policies; and which migrations
 * have landed.
 */
export type EditionEntry = { tables: string; repeatable: string; migrations: Pick<Migration, 'number' | 'name' | 'sha256'>[] }

/**
 * All that a backup says of itself. Instants in ISO 8601. `ledger`: the last head in it, null where nothing was ever
 * signed. `public_key`: what the ledger and this manifest are signed with (SPKI, base64).
 */
export type Manifest = {
  format: 1
  name: string
  taken_at: string
  edition: EditionEntry
  tables: TableEntry[]
  sequences: { sequence: string; last_value: string | null }[]
  ledger: { size: number; root: string; key_id: string } | null
  public_key: string
  keys: SealedKeys
  files: FileEntry[]
}

export const manifest_file = 'manifest.json'
export const signature_file = 'manifest.sig'
export const laying_files = { before_rows: 'before-rows.sql', after_rows: 'after-rows.sql' } as const
export const witness_copy = 'ledger-heads.jsonl'

/** Where a table's rows lie. */
export function rowsFile(table: string): string {
  return `rows/${table}.copy.gz`
}

/** The manifest as the bytes that are signed, and the signature over them (Ed25519, base64). */
export function signManifest(manifest: Manifest, { private_key }: Signer): { text: string; signature: string } {
  const text = `${canonicalJson(manifest)}\n`
  return { text, signature: `${sign(null, Buffer.from(text), private_key).toString('base64')}\n` }
}

/**
 * The manifest, if it is one and stands as it was signed by the key that it names; null where it does not. Whose key
 * that is, the heads of the ledger and their witness say.
 */
export function readManifest(text: string, signature: string): Manifest | null {
  try {
    const manifest = JSON.parse(text) as Manifest
    const public_key = createPublicKey({ key: Buffer.from(manifest.public_key, 'base64'), format: 'der', type: 'spki' })
    return manifest.format === 1 && verify(null, Buffer.from(text), public_key, Buffer.from(signature, 'base64')) ? manifest : null
  } catch {
    return null
  }
}

export function spkiOf({ public_key }: PublicKey): string {
  return public_key.export({ type: 'spki', format: 'der' }).toString('base64')
}

/** By which an entry of the ledger names a backup. */
export function digestOfManifest(manifest: Manifest): string {
  return digestOf(manifest)
}
