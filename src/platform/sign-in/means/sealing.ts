import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { ClientBase } from 'pg'
import { makeFolders } from '../../../basis/shared/make-folders.ts'

const longest_unsealed = 16 * 1024 * 1024

/**
 * The key that seals what must not be read in the database or on the way: 32 bytes in a file of the data folder, made
 * at first use.
 */
export function openSealingKey(data_dir: string): Buffer {
  const file = join(data_dir, 'sealing.key')
  if (!existsSync(file)) makeKey(data_dir, file)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (key.length !== 32)
    throw new Error(`${file} không phải khóa 32 byte: lấy lại từ bản sao lưu · ${file} is no key of 32 bytes: restore it from the backup.`)
  return key
}

/**
 * The register was sealed with a key that is not here: what was sealed would be lost, and what is sealed now could be
 * opened nowhere else.
 */
export class SealingKeyRefused extends Error {}

/**
 * The key of this data folder, if it is the register's: the first one that is used is the register's, and is known by
 * its digest. Throws SealingKeyRefused, and makes none, where another one is.
 */
export async function holdSealingKey(owner: Pick<ClientBase, 'query'>, data_dir: string): Promise<Buffer> {
  const marked = async () => (await owner.query<{ digest: string }>('select digest from sealing_key_mark')).rows[0]?.digest
  const mark = await marked()
  if (mark !== undefined && !existsSync(join(data_dir, 'sealing.key'))) throw new SealingKeyRefused(key_sentences.missing)
  const key = openSealingKey(data_dir)
  if (mark === undefined) await owner.query('insert into sealing_key_mark (digest) values ($1) on conflict do nothing', [markOf(key)])
  if ((await marked()) !== markOf(key)) throw new SealingKeyRefused(key_sentences.other)
  return key
}

/**
 * Why this data folder has not the register's key, without making one; null where it has, or where none was ever used.
 */
export async function problemWithSealingKey(owner: Pick<ClientBase, 'query'>, data_dir: string): Promise<string | null> {
  const { rows } = await owner.query<{ digest: string }>('select digest from sealing_key_mark')
  if (rows.length === 0) return null
  if (!existsSync(join(data_dir, 'sealing.key'))) return key_sentences.missing
  return markOf(openSealingKey(data_dir)) === rows[0]!.digest ? null : key_sentences.other
}

/** By which a key is known, and from which it cannot be found: it is 32 bytes of chance. */
function markOf(key: Buffer): string {
  return createHash('sha256').update('neu-guong sealing key').update(key).digest('hex')
}

const key_sentences = {
  missing:
    'Sổ này đã niêm bằng một khóa mà DATA_DIR không có (sealing.key): lấy khóa từ bản sao lưu hay từ máy đang phục vụ, không tạo khóa mới · This register was sealed with a key that DATA_DIR lacks (sealing.key): bring it from the backup, or from the machine that serves; no new one is made.',
  other:
    'Khóa niêm trong DATA_DIR (sealing.key) không phải của sổ này: hai máy phục vụ một sổ phải có cùng khóa · The sealing key in DATA_DIR (sealing.key) is not this register’s: two machines that serve one register have the same keys.',
}

/** Written aside and linked into place, so that of two programs that start at once one key stays. */
function makeKey(data_dir: string, file: string): void {
  makeFolders(data_dir)
  const aside = `${file}.${process.pid}`
  writeFileSync(aside, randomBytes(32).toString('base64url'), { mode: 0o600 })
  try {
    linkSync(aside, file)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(aside)
  }
}

/**
 * A value nobody can read or change without the key (AES-256-GCM). `purpose` is bound to it: what was sealed for one is
 * no good for another.
 */
export function seal(key: Buffer, purpose: string, value: unknown, expires_at?: Date): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const text = deflateRawSync(JSON.stringify({ value, until: expires_at?.getTime() }))
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

/** What was sealed; null where it is not ours, was changed, was made for another purpose or has expired. */
export function unseal<T>(key: Buffer, purpose: string, sealed: string, now: Date): T | null {
  const bytes = Buffer.from(sealed, 'base64url')
  if (bytes.length < 12 + 16) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(-16))
    const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
    const { value, until } = JSON.parse(inflateRawSync(text, { maxOutputLength: longest_unsealed }).toString()) as {
      value: T
      until?: number
    }
    return until !== undefined && until <= now.getTime() ? null : value
  } catch {
    return null
  }
}

/** SHA-256 in hexadecimal: how tokens and codes are kept. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
