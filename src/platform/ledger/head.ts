import { type KeyObject, sign, verify } from 'node:crypto'
import { canonicalJson, digestOf } from '../../basis/shared/canonical-json.ts'
import type { Signer } from './key.ts'

/**
 * What is signed of a head: the root over the first `size` entries, when, and the digest of the head before it. Hashes
 * hexadecimal, instants ISO 8601 in UTC.
 */
export type HeadFacts = { size: number; root: string; signed_at: string; previous: string; key_id: string }
export type Head = HeadFacts & { signature: string }

/** What the first head names as the one before it. */
export const before_first = '0'.repeat(64)

export function signHead(facts: HeadFacts, { private_key }: Signer): Head {
  return { ...facts, signature: sign(null, signedBytes(facts), private_key).toString('base64') }
}

export function isSigned({ signature, ...facts }: Head, public_key: KeyObject): boolean {
  return verify(null, signedBytes(facts), public_key, Buffer.from(signature, 'base64'))
}

/** A head as one line for the witness and for an export; canonical. */
export function lineOfHead(head: Head): string {
  return canonicalJson({ kind: 'ledger-head', ...head })
}

/** By which the next head names this one: the signature is in it. */
export function digestOfHead(head: Head): string {
  return digestOf({ kind: 'ledger-head', ...head })
}

/** An instant as the database writes it back: no zeros at the end of a fraction. */
export function writtenInstant(instant: Date): string {
  return instant.toISOString().replace(/\.?0+Z$/, 'Z')
}

function signedBytes({ size, root, signed_at, previous, key_id }: HeadFacts): Buffer {
  return Buffer.from(canonicalJson({ kind: 'ledger-head', size, root, signed_at, previous, key_id }))
}
