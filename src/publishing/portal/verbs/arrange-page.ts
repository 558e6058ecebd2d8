import type { Log } from '../../../platform/web/index.ts'
import type { PlacedBlock } from '../arrangement.ts'
import type { Asking } from '../blocks/block.ts'
import { blocks } from '../blocks/blocks.ts'
import type { Arranged } from '../pages/composed-page.tsx'
import { listPageBlocks } from '../reads/list-page-blocks.ts'
import { type PageName, regions } from '../regions.ts'

export type ArrangedPage = { arranged: Arranged; tables: string[] }

/** Puts the blocks of a page in their places as they are arranged now. */
export async function arrangePage(asking: Asking, page: PageName, log: Pick<Log, 'warn'>): Promise<ArrangedPage> {
  const rows = await listPageBlocks(asking.reads, { page, recorded_as_of: asking.now.toISOString() })
  const { arranged, tables } = await composeBlocks(asking, rows, why => log.warn({ page, ...why }, 'a block of a page was left out'))
  return { arranged, tables: [...new Set(['page_block', ...tables])] }
}

/** A block that was left out, and why. */
type LeftOut = { place: number; block: string; why: unknown }

/**
 * Blocks in their places, each with what it shows. One of an unknown type, or with settings that it cannot read, is
 * left out and told: an arrangement that went wrong must not take the page away from its readers.
 */
export async function composeBlocks(
  asking: Asking,
  placed: readonly PlacedBlock[],
  tell: (left_out: LeftOut) => void,
): Promise<ArrangedPage> {
  const usable = placed.filter((one, place) => isUsable(one, place, tell))
  const nth = usable.map(({ block }, i) => usable.slice(0, i + 1).filter(one => one.block === block).length)
  const shown = await Promise.all(usable.map((one, i) => blocks.get(one.block)!.show(asking, one.settings, nth[i]!)))
  const filled = usable.map(({ region }, i) => ({ region, node: shown[i]!.node })).filter(({ node }) => node !== null)
  const inRegion = (name: string) => filled.filter(({ region }) => region === name).map(({ node }) => node)
  const arranged = Object.fromEntries(regions.map(name => [name, inRegion(name)])) as Arranged
  return { arranged, tables: [...new Set(shown.flatMap(({ tables }) => tables))] }
}

function isUsable({ block, settings }: PlacedBlock, place: number, tell: (left_out: LeftOut) => void): boolean {
  const known = blocks.get(block)
  const read = known?.settings_of.safeParse(settings)
  if (read?.success) return true
  tell({ place, block, why: known ? read!.error?.issues : 'unknown block' })
  return false
}
