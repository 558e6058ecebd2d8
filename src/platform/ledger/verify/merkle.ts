import { hash } from 'node:crypto'

/**
 * A Merkle tree of RFC 6962 that only grows: the roots of its full subtrees from left to right, one for each 1 in the
 * binary digits of its size.
 */
export type Tree = { size: number; peaks: Buffer[] }

export const empty_tree: Tree = { size: 0, peaks: [] }

export function leafHash(content: Uint8Array): Buffer {
  return sha256(Buffer.of(0), content)
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return sha256(Buffer.of(1), left, right)
}

/** The tree with one leaf more. */
export function grow({ size, peaks }: Tree, leaf: Buffer): Tree {
  const left = [...peaks]
  let joined = leaf
  for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) joined = nodeHash(left.pop()!, joined)
  return { size: size + 1, peaks: [...left, joined] }
}

/** The root of an empty tree is the hash of nothing. */
export function rootOf({ peaks }: Tree): Buffer {
  return peaks.length === 0 ? sha256() : peaks.reduceRight((right, left) => nodeHash(left, right))
}

export function treeOf(leaves: readonly Buffer[]): Tree {
  return leaves.reduce(grow, empty_tree)
}

/** What somebody who holds one leaf needs to reach the root: the hashes beside its path, from the leaf upwards. */
export function inclusionProof(leaves: readonly Buffer[], position: number): Buffer[] {
  if (leaves.length === 1) return []
  const half = halfOf(leaves.length)
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return position < half
    ? [...inclusionProof(left, position), rootOf(treeOf(right))]
    : [...inclusionProof(right, position - half), rootOf(treeOf(left))]
}

/** The root that a leaf and its proof lead to; null where the proof does not fit the size. */
export function rootFromInclusion(
  leaf: Buffer,
  { position, size }: { position: number; size: number },
  proof: readonly Buffer[],
): Buffer | null {
  if (position >= size) return null
  if (size === 1) return proof.length === 0 ? leaf : null
  const beside = proof.at(-1)
  if (!beside) return null
  const half = halfOf(size)
  const below = proof.slice(0, -1)
  if (position < half) return joinedIf(rootFromInclusion(leaf, { position, size: half }, below), within => nodeHash(within, beside))
  return joinedIf(rootFromInclusion(leaf, { position: position - half, size: size - half }, below), within => nodeHash(beside, within))
}

/**
 * What somebody who holds the root of the first `size` leaves needs to see that the tree of all leaves has only grown
 * since.
 */
export function consistencyProof(leaves: readonly Buffer[], size: number): Buffer[] {
  return size === 0 || size === leaves.length ? [] : subproof(leaves, size, true)
}

/** Whether a tree of `size` with root `old` is the beginning of the tree of `to_size` with root `root`. */
export function isConsistent(old: { size: number; root: Buffer }, now: { size: number; root: Buffer }, proof: readonly Buffer[]): boolean {
  if (old.size === 0 || old.size > now.size) return old.size === 0 && proof.length === 0
  const rest = [...proof]
  const roots = old.size === now.size ? { old: old.root, now: old.root } : rootsFrom(old, now.size, rest, true)
  return roots !== null && rest.length === 0 && roots.old.equals(old.root) && roots.now.equals(now.root)
}

function subproof(leaves: readonly Buffer[], size: number, known: boolean): Buffer[] {
  if (size === leaves.length) return known ? [] : [rootOf(treeOf(leaves))]
  const half = halfOf(leaves.length)
  const [left, right] = [leaves.slice(0, half), leaves.slice(half)]
  return size <= half
    ? [...subproof(left, size, known), rootOf(treeOf(right))]
    : [...subproof(right, size - half, false), rootOf(treeOf(left))]
}

/** Both roots as the proof builds them; takes from `proof` what it uses. */
function rootsFrom(
  { size, root }: { size: number; root: Buffer },
  to_size: number,
  proof: Buffer[],
  known: boolean,
): { old: Buffer; now: Buffer } | null {
  if (size === to_size) {
    const same = known ? root : proof.shift()
    return same ? { old: same, now: same } : null
  }
  const half = halfOf(to_size)
  const inner =
    size <= half ? rootsFrom({ size, root }, half, proof, known) : rootsFrom({ size: size - half, root }, to_size - half, proof, false)
  const beside = proof.shift()
  if (!inner || !beside) return null
  if (size <= half) return { old: inner.old, now: nodeHash(inner.now, beside) }
  return { old: nodeHash(beside, inner.old), now: nodeHash(beside, inner.now) }
}

function joinedIf(within: Buffer | null, join: (within: Buffer) => Buffer): Buffer | null {
  return within && join(within)
}

/** The largest power of two below the size. */
function halfOf(size: number): number {
  return 2 ** Math.ceil(Math.log2(size) - 1)
}

function sha256(...parts: Uint8Array[]): Buffer {
  return hash('sha256', Buffer.concat(parts), 'buffer')
}
