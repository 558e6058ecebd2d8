import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { makeFolders } from '../../../basis/shared/make-folders.ts'

const longest_unsealed = 16 * 1024 * 1024

/** The key that seals what must not be read in the database or on the way: 32 bytes in a file of the data folder, made at first use. */
export function openSealingKey(data_dir: string): Buffer {
  const file = join(data_dir, 'sealing.key')
  if (!existsSync(file)) makeKey(data_dir, file)
  const key = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url')
  if (key.length !== 32)
    throw new Error(`${file} không phải khóa 32 byte: lấy lại từ bản sao lưu · ${file} is no key of 32 bytes: restore it from the backup.`)
  return key
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

/** A value nobody can read or change without the key (AES-256-GCM). `purpose` is bound to it: what was sealed for one is no good for another. */
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
