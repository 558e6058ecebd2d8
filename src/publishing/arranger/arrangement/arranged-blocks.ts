import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { canStand, type PageName, type PlacedBlock, page_regions, type Region } from '../../portal/index.ts'
import type { ArrangementCode } from '../problem-words.ts'

/** A block of an arrangement. `n` is its own number, which it keeps wherever it is moved. */
export type ArrangedBlock = PlacedBlock & { n: number }

/**
 * One change of an arrangement: a block is put at the end of a region, set anew, moved one place up or down, moved to a
 * region (before another block of it, or at its end), or taken out.
 */
export type Change =
  | { op: 'add'; region: Region; block: string; settings: Record<string, unknown> }
  | { op: 'set'; n: number; settings: Record<string, unknown> }
  | { op: 'up' | 'down' | 'remove'; n: number }
  | { op: 'put'; n: number; region: Region; before?: number }

/** Numbers to blocks that come from a public page, where they have none. */
export function numbered(placed: readonly PlacedBlock[]): ArrangedBlock[] {
  return placed.map(({ region, block, settings }, i) => ({ n: i + 1, region, block, settings }))
}

/** What is approved and published: which blocks stand where on which page, and how they are set. */
export function digestOfBlocks(page: PageName, blocks: readonly ArrangedBlock[]): string {
  return digestOf({ page, blocks: placedOf(blocks) })
}

export function placedOf(blocks: readonly ArrangedBlock[]): PlacedBlock[] {
  return blocks.map(({ region, block, settings }) => ({ region, block, settings }))
}

/** The blocks after a change. Refusals: block-gone, not-there (the block cannot stand in that region). */
export function changed(page: PageName, blocks: readonly ArrangedBlock[], change: Change): Outcome<ArrangedBlock[], ArrangementCode> {
  if (change.op === 'add') return added(page, blocks, change)
  const one = blocks.find(({ n }) => n === change.n)
  if (!one) return refused({ code: 'block-gone' })
  const others = blocks.filter(({ n }) => n !== one.n)
  if (change.op === 'remove') return done(others)
  if (change.op === 'set') return done(blocks.map(each => (each === one ? { ...one, settings: change.settings } : each)))
  if (change.op === 'put') return put(page, others, { ...one, region: change.region }, change.before)
  return done(shifted(page, blocks, one, change.op === 'up' ? -1 : 1))
}

function added(
  page: PageName,
  blocks: readonly ArrangedBlock[],
  { region, block, settings }: Change & { op: 'add' },
): Outcome<ArrangedBlock[], ArrangementCode> {
  const n = Math.max(0, ...blocks.map(one => one.n)) + 1
  return put(page, [...blocks], { n, region, block, settings })
}

function put(page: PageName, others: ArrangedBlock[], one: ArrangedBlock, before?: number): Outcome<ArrangedBlock[], ArrangementCode> {
  if (!canStand(one.block, page, one.region)) return refused({ code: 'not-there', values: { block: one.block } })
  const at = others.findIndex(({ n, region }) => n === before && region === one.region)
  return done(inOrder(page, at < 0 ? [...others, one] : others.toSpliced(at, 0, one)))
}

/** One place up or down among the blocks of its region; at its end it stays. */
function shifted(page: PageName, blocks: readonly ArrangedBlock[], one: ArrangedBlock, by: -1 | 1): ArrangedBlock[] {
  const of_region = blocks.filter(({ region }) => region === one.region)
  const from = of_region.indexOf(one)
  const to = from + by
  if (to < 0 || to >= of_region.length) return [...blocks]
  const moved = of_region.toSpliced(from, 1).toSpliced(to, 0, one)
  return inOrder(page, [...blocks.filter(({ region }) => region !== one.region), ...moved])
}

/** By region, as the page is read. */
function inOrder(page: PageName, blocks: ArrangedBlock[]): ArrangedBlock[] {
  return page_regions[page].flatMap(name => blocks.filter(({ region }) => region === name))
}
