import type { Db } from '../../database/index.ts'
import { leafOf } from '../entry.ts'
import { before_first, digestOfHead, type Head, isSigned, lineOfHead } from '../head.ts'
import { countUnsigned, eachEntry, eachHead, headOf, type KeptHead, type SignedEntry } from '../kept.ts'
import type { PublicKey } from '../key.ts'
import { empty_tree, grow, rootOf, type Tree } from './merkle.ts'

type FaultCode =
  | 'entries-missing' // a head covers entries that are not there
  | 'entry-out-of-place' // two entries in one place, or none in it
  | 'entry-beyond-head' // has a place that no head covers
  | 'root-differs' // an entry up to this head was changed, added, taken away or moved
  | 'peaks-differ'
  | 'other-key' // no head at all is signed with the key in hand: told once, at the first one
  | 'key-changed' // a head among ours names another key
  | 'signature-wrong'
  | 'chain-broken' // does not name the head before it
  | 'head-missing' // the witness saw it
  | 'head-unlike-witness'
  | 'rows-differ' // what an entry's change wrote is not there as it was
  | 'archive-differs' // nor what an archive covers
  | 'rows-beside' // rows that no entry and no archive tells of; `at` counts them
  | 'count-differs' // a tally is not what its rows give
/**
 * What is not as it was signed. `at` counts entries: the size of a head, or the place of an entry. `what` names it
 * further.
 */
export type Fault = { code: FaultCode; at: number; what?: string }

/** `unsigned` entries are committed and not under a head yet: nobody vouches for them. `witnessed` counts heads. */
export type Verification = { size: number; heads: number; witnessed: number; unsigned: number; last: Head | null; faults: Fault[] }

type Walk = {
  tree: Tree
  previous: string
  last: KeptHead | null
  heads: number
  faults: Fault[]
  of_other_keys: number[]
  witnessed: number
}

/**
 * Reads the ledger from its first entry on, builds the tree again, and compares it with every head, each head with its
 * signature and with the one before it, and all of them with the lines of the witness (read before the database, so
 * that it is never ahead). To be asked inside one snapshot, as a role that may read entries: the auditor.
 */
export async function verifyLedger(
  db: Pick<Db, 'selectFrom'>,
  { key, witness }: { key: PublicKey; witness: string[] },
): Promise<Verification> {
  const walk: Walk = { tree: empty_tree, previous: before_first, last: null, heads: 0, faults: [], of_other_keys: [], witnessed: 0 }
  const entries = eachEntry(db)
  for await (const head of eachHead(db)) {
    await climbTo(walk, head.size, entries)
    walk.faults.push(...faultsOfHead(walk, head, key), ...faultsOfWitness(walk, head, witness))
    if (head.key_id !== key.key_id) walk.of_other_keys.push(head.size)
    Object.assign(walk, { previous: digestOfHead(headOf(head)), last: head, heads: walk.heads + 1 })
  }
  for await (const { position } of entries) walk.faults.push({ code: 'entry-beyond-head', at: position })
  if (walk.witnessed < witness.length) walk.faults.push({ code: 'head-missing', at: sizeOf(witness[walk.witnessed]!) })
  walk.faults.push(...faultsOfKey(walk))
  const { last, heads, faults, witnessed } = walk
  return { size: last?.size ?? 0, heads, witnessed, unsigned: await countUnsigned(db), last: last && headOf(last), faults }
}

/** Takes entries until the tree has the size; each must stand where its position says. */
async function climbTo(walk: Walk, size: number, entries: AsyncGenerator<SignedEntry>): Promise<void> {
  while (walk.tree.size < size) {
    const next = await entries.next()
    if (next.done) {
      walk.faults.push({ code: 'entries-missing', at: walk.tree.size })
      return
    }
    if (next.value.position !== walk.tree.size) walk.faults.push({ code: 'entry-out-of-place', at: next.value.position })
    walk.tree = grow(walk.tree, leafOf(next.value))
  }
}

function* faultsOfHead({ tree, previous }: Walk, kept: KeptHead, key: PublicKey): Generator<Fault> {
  const head = headOf(kept)
  const peaks = tree.peaks.map(peak => peak.toString('hex'))
  const at = head.size
  if (tree.size !== head.size || rootOf(tree).toString('hex') !== head.root) yield { code: 'root-differs', at }
  if (peaks.join() !== kept.peaks.join()) yield { code: 'peaks-differ', at }
  if (head.previous !== previous) yield { code: 'chain-broken', at }
  if (head.key_id === key.key_id && !isSigned(head, key.public_key)) yield { code: 'signature-wrong', at }
}

/** A wrong key in hand is told from a head that was signed anew with one: then some heads are still ours. */
function faultsOfKey({ of_other_keys, heads }: Walk): Fault[] {
  if (heads > 0 && of_other_keys.length === heads) return [{ code: 'other-key', at: of_other_keys[0]! }]
  return of_other_keys.map(at => ({ code: 'key-changed', at }))
}

/**
 * A witness may have seen every head, or one of each day; what it saw must be there, and the same. A head that was
 * signed a moment ago may not have reached it yet.
 */
function* faultsOfWitness(walk: Walk, head: KeptHead, witness: string[]): Generator<Fault> {
  for (let line = witness[walk.witnessed]; line !== undefined; line = witness[walk.witnessed]) {
    const size = sizeOf(line)
    if (size > head.size) return
    walk.witnessed += 1
    if (size < head.size) yield { code: 'head-missing', at: size }
    else if (line !== lineOfHead(headOf(head))) yield { code: 'head-unlike-witness', at: size }
  }
}

function sizeOf(line: string): number {
  return Number(/"size":(\d+)/.exec(line)?.[1] ?? 0)
}
