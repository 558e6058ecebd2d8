import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { consistencyProof, grow, inclusionProof, isConsistent, leafHash, nodeHash, rootFromInclusion, rootOf, treeOf } from './merkle.ts'

/** The eight leaves and roots with which certificate-transparency implementations of RFC 6962 are compared. */
const known_leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f']
const known_roots = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]

const leavesOf = (size: number) => Array.from({ length: size }, (_, i) => leafHash(Buffer.from(`${i}`)))
/** The definition, word for word: the larger left part has a power of two of leaves. */
function rootByDefinition(leaves: Buffer[]): Buffer {
  if (leaves.length === 1) return leaves[0]!
  let half = 1
  while (half * 2 < leaves.length) half *= 2
  return nodeHash(rootByDefinition(leaves.slice(0, half)), rootByDefinition(leaves.slice(half)))
}

test('the roots are those of RFC 6962', () => {
  const leaves = known_leaves.map(hex => leafHash(Buffer.from(hex, 'hex')))
  expect(known_roots.map((_, size) => rootOf(treeOf(leaves.slice(0, size))).toString('hex'))).toEqual(known_roots)
})

test('a tree that grew leaf by leaf has the root of the definition', () => {
  for (let size = 1; size <= 70; size++) expect(rootOf(treeOf(leavesOf(size)))).toEqual(rootByDefinition(leavesOf(size)))
})

test('each leaf is proved to be in each tree, at its place and at no other', () => {
  for (let size = 1; size <= 20; size++) {
    const leaves = leavesOf(size)
    const root = rootOf(treeOf(leaves))
    leaves.forEach((leaf, position) => {
      const proof = inclusionProof(leaves, position)
      const places = leaves.map((_, place) => rootFromInclusion(leaf, { position: place, size }, proof)?.equals(root) ?? false)
      expect(places).toEqual(leaves.map((_, place) => place === position))
    })
  }
})

test('a proof that is cut short, or made for more leaves, proves nothing', () => {
  const leaves = leavesOf(11)
  const proof = inclusionProof(leaves, 4)
  expect(rootFromInclusion(leaves[4]!, { position: 4, size: 11 }, proof.slice(1))).toBeNull()
  expect(rootFromInclusion(leaves[4]!, { position: 11, size: 11 }, proof)).toBeNull()
  expect(rootFromInclusion(leaves[4]!, { position: 4, size: 11 }, [...proof, proof[0]!])).not.toEqual(rootOf(treeOf(leaves)))
})

test('a tree is proved to be the beginning of every later one, and of none whose past was changed', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.nat(40), fc.nat(), (size, more, changed) => {
      const leaves = leavesOf(size + more)
      const other = leaves.with(changed % size, leafHash(Buffer.from('khác')))
      const old = { size, root: rootOf(treeOf(leaves.slice(0, size))) }
      const now = (all: Buffer[]) => ({ size: all.length, root: rootOf(treeOf(all)) })
      expect(isConsistent(old, now(leaves), consistencyProof(leaves, size))).toBe(true)
      expect(isConsistent(old, now(other), consistencyProof(other, size))).toBe(false)
    }),
    tries(300),
  )
})

test('growing leaves the tree it grew from as it was', () => {
  const tree = treeOf(leavesOf(7))
  const before = rootOf(tree)
  grow(tree, leafHash(Buffer.from('x')))
  expect(rootOf(tree)).toEqual(before)
})
