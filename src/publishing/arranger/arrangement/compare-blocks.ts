import { canonicalJson } from '../../../basis/shared/canonical-json.ts'
import type { PlacedBlock } from '../../portal/index.ts'

/** What has become of a block: `was` is null of one that is new, `is` of one that was taken out. */
export type BlockChange<Is extends PlacedBlock = PlacedBlock> = {
  kind: 'same' | 'moved' | 'set' | 'moved-and-set' | 'added' | 'removed'
  was: PlacedBlock | null
  is: Is | null
}

/**
 * Two arrangements of a page, block by block, in the order of the newer one; what was taken out stands last. Blocks
 * that are alike to the last setting belong together first, then those of one type. One that others merely make room
 * for has not moved.
 */
export function compareBlocks<Is extends PlacedBlock>(were: readonly PlacedBlock[], are: readonly Is[]): BlockChange<Is>[] {
  const left = [...were]
  const take = (is: (one: PlacedBlock) => boolean) => {
    const at = left.findIndex(is)
    return at < 0 ? null : left.splice(at, 1)[0]!
  }
  const alike = new Map(are.map(one => [one, take(old => old.block === one.block && sameSettings(old, one))]))
  const pairs = are.map(is => ({ is, was: alike.get(is) ?? take(old => old.block === is.block) }))
  const kept = pairs.filter(({ was }) => was !== null)
  const in_place = inPlace(
    kept.map(({ was }) => was!),
    were,
  )
  const found = pairs.map(({ is, was }): BlockChange<Is> => ({ kind: kindOf(was, is, in_place), was, is }))
  return [...found, ...left.map((was): BlockChange<Is> => ({ kind: 'removed', was, is: null }))]
}

function kindOf(was: PlacedBlock | null, is: PlacedBlock, in_place: ReadonlySet<PlacedBlock>): BlockChange['kind'] {
  if (was === null) return 'added'
  const is_moved = was.region !== is.region || !in_place.has(was)
  if (sameSettings(was, is)) return is_moved ? 'moved' : 'same'
  return is_moved ? 'moved-and-set' : 'set'
}

function sameSettings(a: PlacedBlock, b: PlacedBlock): boolean {
  return canonicalJson(a.settings) === canonicalJson(b.settings)
}

/** Of blocks in a new order, the most that still stand in their old one (the longest rising run of old places). */
function inPlace(kept: readonly PlacedBlock[], were: readonly PlacedBlock[]): Set<PlacedBlock> {
  const runs: PlacedBlock[][] = []
  for (const one of kept) {
    const before = runs.filter(run => were.indexOf(run.at(-1)!) < were.indexOf(one))
    runs.push([...(before.toSorted((a, b) => b.length - a.length)[0] ?? []), one])
  }
  return new Set(runs.toSorted((a, b) => b.length - a.length)[0])
}
