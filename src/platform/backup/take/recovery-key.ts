import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
} from 'node:crypto'

/** A file of the data folder, as it goes into the backup: its name, and what it holds in base64. */
export type KeptFile = { name: string; content: string }

/**
 * What only the holder of the private half can open: X25519 with a key of its own for each sealing, HKDF-SHA256,
 * AES-256-GCM. All in base64url.
 */
export type SealedKeys = { format: 1; recipient: string; ephemeral: string; nonce: string; sealed: string }

const purpose = 'neu-guong keys of a backup 1'

/**
 * A new pair. `public_text` goes into the settings; the private PEM is printed or kept elsewhere, and never stands on
 * the machine that it saves.
 */
export function makeRecoveryKey(): { private_pem: string; public_text: string } {
  const { privateKey, publicKey } = generateKeyPairSync('x25519')
  return { private_pem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), public_text: textOf(publicKey) }
}

/** Whether a text is the public half of a recovery key: 32 bytes in base64url. */
export function isRecoveryKey(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}

export function sealKeys(files: readonly KeptFile[], recipient: string): SealedKeys {
  const own = generateKeyPairSync('x25519')
  const ephemeral = textOf(own.publicKey)
  const nonce = randomBytes(12)
  const key = sharedKey(own.privateKey, publicKeyOf(recipient), { ephemeral, recipient })
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(files)), cipher.final(), cipher.getAuthTag()])
  return { format: 1, recipient, ephemeral, nonce: nonce.toString('base64url'), sealed: sealed.toString('base64url') }
}

/**
 * The files that were sealed; null where this is another key, or they were changed. Throws where `private_pem` is no
 * private key at all.
 */
export function unsealKeys({ recipient, ephemeral, nonce, sealed }: SealedKeys, private_pem: string): KeptFile[] | null {
  const private_key = createPrivateKey(private_pem)
  if (private_key.asymmetricKeyType !== 'x25519' || textOf(createPublicKey(private_key)) !== recipient) return null
  const bytes = Buffer.from(sealed, 'base64url')
  const key = sharedKey(private_key, publicKeyOf(ephemeral), { ephemeral, recipient })
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
    .setAAD(Buffer.from(purpose))
    .setAuthTag(bytes.subarray(-16))
  try {
    return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8'))
  } catch {
    return null
  }
}

function sharedKey(
  private_key: KeyObject,
  public_key: KeyObject,
  { ephemeral, recipient }: { ephemeral: string; recipient: string },
): Buffer {
  const secret = diffieHellman({ privateKey: private_key, publicKey: public_key })
  return Buffer.from(hkdfSync('sha256', secret, `${ephemeral}.${recipient}`, purpose, 32))
}

function textOf(public_key: KeyObject): string {
  return public_key.export({ format: 'jwk' }).x!
}

function publicKeyOf(text: string): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: text }, format: 'jwk' })
}
