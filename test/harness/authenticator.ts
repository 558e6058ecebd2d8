import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'

type Asked = { challenge: string; rp?: { id?: string }; rpId?: string }

/** A device that makes passkeys and shows them, for the tests of pages: what a browser would hand over as JSON. */
export class Authenticator {
  counter = 0
  private readonly origin: string
  private readonly id = randomBytes(16)
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })

  constructor(origin: string) {
    this.origin = origin
  }

  /** A new passkey, attested by nobody. */
  create({ challenge, rp }: Asked) {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' })
    const key = [...hex('a5010203262001215820'), ...Buffer.from(x!, 'base64url'), ...hex('225820'), ...Buffer.from(y!, 'base64url')]
    const credential = [...Buffer.alloc(16), 0, this.id.length, ...this.id, ...key]
    const data = Buffer.from([...this.head(rp!.id!, 0x45), ...credential])
    const attestation = [...hex('a363666d74646e6f6e656761747453746d74a068617574684461746158'), data.length, ...data]
    const response = {
      clientDataJSON: this.said('webauthn.create', challenge),
      attestationObject: base64(attestation),
      transports: ['internal'],
    }
    return { ...this.named(), response }
  }

  /** The passkey is shown, and its owner with it. */
  get({ challenge, rpId }: Asked) {
    this.counter++
    const data = Buffer.from(this.head(rpId!, 0x05))
    const clientDataJSON = this.said('webauthn.get', challenge)
    const signed = Buffer.concat([data, createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest()])
    const response = { clientDataJSON, authenticatorData: base64(data), signature: base64(signedBy(this.keys.privateKey, signed)) }
    return { ...this.named(), response }
  }

  private named() {
    return { id: base64(this.id), rawId: base64(this.id), type: 'public-key', clientExtensionResults: {} }
  }

  private head(rp_id: string, flags: number): number[] {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return [...createHash('sha256').update(rp_id).digest(), flags, ...counter]
  }

  private said(type: string, challenge: string): string {
    return base64(Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false })))
  }
}

function signedBy(key: KeyObject, bytes: Buffer): Buffer {
  return createSign('sha256').update(bytes).sign(key)
}

function hex(text: string): Buffer {
  return Buffer.from(text, 'hex')
}

function base64(bytes: Uint8Array | number[]): string {
  return Buffer.from(bytes).toString('base64url')
}
