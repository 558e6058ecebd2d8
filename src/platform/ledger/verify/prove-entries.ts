import { canonicalJson } from '../../../basis/shared/canonical-json.ts'
import type { Db } from '../../database/index.ts'
import { factsOf, leafOf } from '../entry.ts'
import { lineOfHead } from '../head.ts'
import { eachEntry, findLastHead, headOf, type SignedEntry } from '../kept.ts'
import type { PublicKey } from '../key.ts'
import { inclusionProof } from './merkle.ts'

/**
 * What the ledger says of one object (a commitment, a merger), for somebody who may see no other entry: its signed
 * entries, each with the hashes that lead from it to the last head, and that head. Lines as in an export. Empty where
 * nothing was signed of it. To be asked inside one snapshot, as the auditor.
 */
export async function proveEntries(
  db: Pick<Db, 'selectFrom'>,
  { public_key }: PublicKey,
  { object, object_id }: { object: string; object_id: string },
): Promise<string[]> {
  const head = await findLastHead(db)
  if (!head) return []
  const leaves: Buffer[] = []
  const wanted: SignedEntry[] = []
  for await (const entry of eachEntry(db)) {
    if (entry.position >= head.size) break
    leaves.push(leafOf(entry))
    if (entry.object === object && entry.object_id === object_id) wanted.push(entry)
  }
  if (wanted.length === 0) return []
  const spki = public_key.export({ type: 'spki', format: 'der' }).toString('base64')
  return [
    canonicalJson({ kind: 'ledger-proof', format: 1, public_key: spki, entries: wanted.length }),
    lineOfHead(headOf(head)),
    ...wanted.flatMap(entry => [lineOfEntry(entry), lineOfPath(inclusionProof(leaves, entry.position))]),
  ]
}

/** An entry as one canonical line, with its place in the tree. */
export function lineOfEntry(entry: SignedEntry): string {
  return canonicalJson({ kind: 'ledger-entry', ...factsOf(entry), position: entry.position })
}

/** The hashes beside an entry’s way to the root, from the leaf upwards. */
export function lineOfPath(path: Buffer[]): string {
  return canonicalJson({ kind: 'ledger-path', hashes: path.map(hash => hash.toString('hex')).join(' ') })
}
