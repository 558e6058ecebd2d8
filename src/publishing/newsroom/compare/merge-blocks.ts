import { align } from './align.ts'

/** Blocks that can be taken as they are, or blocks that both have changed: then somebody chooses. */
export type MergedPart = { is_both: false; blocks: string[] } | { is_both: true; base: string[]; mine: string[]; theirs: string[] }

/**
 * Puts two texts together that come from one, block by block: what one alone has changed is taken; what both have
 * changed alike is taken once; what both have changed otherwise is kept apart.
 */
export function mergeBlocks(base: readonly string[], mine: readonly string[], theirs: readonly string[]): MergedPart[] {
  const changes = changesOf(base, mine, theirs)
  const parts: MergedPart[] = []
  let at = 0
  for (const { from, to, ...made } of changes) {
    parts.push({ is_both: false, blocks: base.slice(at, from) })
    parts.push(...partsOf(base.slice(from, to), made.mine, made.theirs))
    at = to
  }
  parts.push({ is_both: false, blocks: base.slice(at) })
  return joined(parts)
}

/** Where all three have as many blocks, each is judged by itself. */
function partsOf(base: string[], mine: string[], theirs: string[]): MergedPart[] {
  if (base.length !== mine.length || base.length !== theirs.length) return [partOf(base, mine, theirs)]
  return base.map((block, i) => partOf([block], mine.slice(i, i + 1), theirs.slice(i, i + 1)))
}

function partOf(base: string[], mine: string[], theirs: string[]): MergedPart {
  const [is_mine, is_theirs] = [!isSame(base, mine), !isSame(base, theirs)]
  if (is_mine && is_theirs && !isSame(mine, theirs)) return { is_both: true, base, mine, theirs }
  return { is_both: false, blocks: is_mine ? mine : theirs }
}

type Change = { from: number; to: number; mine: string[]; theirs: string[] }

/** Stretches of the base that one or both have changed; those that touch or overlap are one. */
function changesOf(base: readonly string[], mine: readonly string[], theirs: readonly string[]): Change[] {
  const [by_mine, by_theirs] = [align(base, mine), align(base, theirs)]
  const spans = [...by_mine, ...by_theirs].filter(({ is_same }) => !is_same).map(({ a }) => a)
  const regions: [number, number][] = []
  for (const [from, to] of spans.toSorted((one, other) => one[0] - other[0] || one[1] - other[1])) {
    const last = regions.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else regions.push([from, to])
  }
  return regions.map(([from, to]) => ({
    ...{ from, to },
    mine: mine.slice(place(by_mine, from, 'first'), place(by_mine, to, 'last')),
    theirs: theirs.slice(place(by_theirs, from, 'first'), place(by_theirs, to, 'last')),
  }))
}

/** Where a place between blocks of the base lies in the other text: before what was put in there, or behind it. */
function place(stretches: ReturnType<typeof align>, at: number, which: 'first' | 'last'): number {
  const touching = stretches.filter(({ a }) => a[0] <= at && at <= a[1])
  const stretch = which === 'first' ? touching[0] : touching.at(-1)
  if (!stretch) return 0
  const { is_same, a, b } = stretch
  if (is_same) return b[0] + at - a[0]
  if (at === a[0] && which === 'first') return b[0]
  return at === a[1] ? b[1] : b[0]
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((block, i) => block === other[i])
}

function joined(parts: readonly MergedPart[]): MergedPart[] {
  const all: MergedPart[] = []
  for (const part of parts) {
    const last = all.at(-1)
    if (!part.is_both && last && !last.is_both) last.blocks.push(...part.blocks)
    else if (part.is_both || part.blocks.length > 0) all.push(part.is_both ? part : { ...part, blocks: [...part.blocks] })
  }
  return all
}
