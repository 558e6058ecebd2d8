import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeWhole } from './write-whole.ts'

/** Ed25519. `key_id` is SHA-256 of the public key (SPKI, DER). */
export type PublicKey = { public_key: KeyObject; key_id: string }
export type Signer = PublicKey & { private_key: KeyObject }

const private_file = 'ledger-key.pem'
const public_file = 'ledger-key.public.pem'

/**
 * The key of this data directory, made on first use; the public half lies beside it, to be given away. The database
 * never sees the private one. Throws where the public half is there alone: a new key in silence would look like a
 * forgery later.
 */
export function openSigner(data_dir: string): Signer {
  const [file, beside] = [join(data_dir, private_file), join(data_dir, public_file)]
  if (!existsSync(file) && existsSync(beside)) {
    throw new Error(
      `Không có ${file}, mà ${public_file} cho biết sổ nhật ký này đã được ký: lấy lại khóa từ bản sao lưu · ` +
        `${file} is missing, but ${public_file} says that this ledger was signed before: bring the key back from the backup.`,
    )
  }
  if (!existsSync(file)) writeWhole(file, madeKey(), 0o600)
  const private_key = createPrivateKey(readFileSync(file))
  const public_key = createPublicKey(private_key)
  if (!existsSync(beside)) writeWhole(beside, public_key.export({ type: 'spki', format: 'pem' }).toString(), 0o644)
  return { private_key, ...identified(public_key) }
}

/** The signer of a data directory, and none is made; null where it has none. */
export function findSigner(data_dir: string): Signer | null {
  return existsSync(join(data_dir, private_file)) ? openSigner(data_dir) : null
}

/**
 * What a ledger that was signed before is not signed with: a key made in silence, because the folder is another one.
 */
export class SigningKeyMissing extends Error {}

/**
 * The signer of a register: made on first use, and never for a ledger that has heads already. Throws SigningKeyMissing
 * there.
 */
export function signerOf(data_dir: string, has_heads: boolean): Signer {
  const found = has_heads ? findSigner(data_dir) : openSigner(data_dir)
  if (!found) throw new SigningKeyMissing(key_is_missing(join(data_dir, private_file)))
  return found
}

const key_is_missing = (file: string) =>
  `Sổ nhật ký của sổ này đã ký, mà không có khóa ký ở ${file}: lấy khóa từ bản sao lưu, không tạo khóa mới · The ledger of this register is signed, and its key is not at ${file}: bring it from the backup; no new one is made.`

/**
 * Why what this machine does would be signed by nobody, or by a stranger, told to whoever watches it; true where all is
 * well. `key_id`: that of the last head, null where there is none.
 */
export function holdsKeyOf(data_dir: string, key_id: string | null): true | string {
  if (key_id === null) return true
  const found = findSigner(data_dir)
  if (!found) return 'Thiếu khóa ký sổ trong DATA_DIR · The key of the ledger is not in DATA_DIR: bring it from the backup.'
  return (
    found.key_id === key_id || 'Khóa ký trong DATA_DIR không phải của sổ này · The key in DATA_DIR is not the one that signed this ledger.'
  )
}

/** A public key as it is written in an export: SPKI, base64. */
export function publicKeyFrom(spki: string): PublicKey {
  return identified(createPublicKey({ key: Buffer.from(spki, 'base64'), format: 'der', type: 'spki' }))
}

/**
 * The public key: of the data directory (null where nothing was ever signed), or from a PEM file that somebody was
 * given.
 */
export function readPublicKey(place: { data_dir: string } | { file: string }): PublicKey | null {
  const file = 'file' in place ? place.file : join(place.data_dir, public_file)
  return existsSync(file) ? identified(createPublicKey(readFileSync(file))) : null
}

export function identified(public_key: KeyObject): PublicKey {
  return { public_key, key_id: hash('sha256', public_key.export({ type: 'spki', format: 'der' }), 'hex') }
}

function madeKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
}
