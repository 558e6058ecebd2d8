import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import type { Actor } from '../database/index.ts'
import { leafHash } from './verify/merkle.ts'

/** By which rule the content behind an entry is one day erased; the entry itself, identities and a digest, stays. */
export type Retention = 'organisation' | 'publication' | 'conduct' | 'access'

/**
 * What a verb tells the ledger. `object` is a table's noun, `object_id` its key or number (no blanks: no words),
 * `digest` is SHA-256 of the content's canonical JSON. Content that could be guessed (a yes, a date of birth) is
 * digested together with a salt that is erased with it.
 */
export type Act = {
  act: string
  object: string
  object_id: string
  digest: string
  retention: Retention
  from_version?: number | null
  to_version?: number | null
  /** The person it was done for, where that is not the actor: a proxy, a delegation. */
  on_behalf_of?: number | null
}

/**
 * An entry as it is kept and hashed. Instants in ISO 8601, UTC. `format` 1 has no `rows_digest`; from 2 on that is the
 * digest of all rows which the entry's change began or ended, made by the signer (null until then).
 */
export type Entry = Required<Act> & {
  entry_id: number
  recorded: string
  actor_id: number | null
  agent: string | null
  format: number
  rows_digest: string | null
}

/**
 * A person by identity; what acts by itself by the name that the program gives it. A person's name never goes into the
 * ledger.
 */
export function whoActs({ person_id, name }: Actor): Pick<Entry, 'actor_id' | 'agent'> {
  return { actor_id: person_id, agent: person_id === null ? name : null }
}

/** The leaf of an entry: exactly its fields, whatever else the row carries. */
export function leafOf(entry: Entry): Buffer {
  return leafHash(Buffer.from(canonicalJson(factsOf(entry))))
}

/** The twelve fields of the first format, and the two that the second one adds. */
export function factsOf(entry: Entry): Omit<Entry, 'format' | 'rows_digest'> | Entry {
  const { entry_id, recorded, act, actor_id, agent, on_behalf_of, object, object_id, from_version, to_version, digest, retention } = entry
  const facts = { entry_id, recorded, act, actor_id, agent, on_behalf_of, object, object_id, from_version, to_version, digest, retention }
  return entry.format === 1 ? facts : { ...facts, format: entry.format, rows_digest: entry.rows_digest }
}
