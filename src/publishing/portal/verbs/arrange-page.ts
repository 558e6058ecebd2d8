import type { Log } from '../../../platform/web/index.ts'
import type { Asking } from '../blocks/block.ts'
import { blocks } from '../blocks/blocks.ts'
import { type Arranged, regions } from '../pages/composed-page.tsx'
import { listPageBlocks, type PageBlockRow, type PageName } from '../reads/list-page-blocks.ts'

export type ArrangedPage = { arranged: Arranged; tables: string[] }

/**
 * Puts the blocks of a page in their places, each with what it shows. A block of an unknown type, or with settings that
 * it cannot read, is left out and logged: an arrangement that went wrong must not take the page away from its readers.
 */
export async function arrangePage(asking: Asking, page: PageName, log: Pick<Log, 'warn'>): Promise<ArrangedPage> {
  const rows = await listPageBlocks(asking.db, { page, recorded_as_of: asking.now.toISOString() })
  const usable = rows.filter(row => isUsable(row, page, log))
  const shown = await Promise.all(usable.map(row => blocks.get(row.block)!.show(asking, row.settings)))
  const placed = usable.map(({ region }, i) => ({ region, node: shown[i]!.node })).filter(({ node }) => node !== null)
  const inRegion = (name: string) => placed.filter(({ region }) => region === name).map(({ node }) => node)
  const arranged = Object.fromEntries(regions.map(name => [name, inRegion(name)])) as Arranged
  const tables = new Set(['page_block', ...shown.flatMap(({ tables }) => tables)])
  return { arranged, tables: [...tables] }
}

function isUsable({ block, settings, place }: PageBlockRow, page: PageName, log: Pick<Log, 'warn'>): boolean {
  const known = blocks.get(block)
  const read = known?.settings_of.safeParse(settings)
  if (read?.success) return true
  log.warn({ page, place, block, why: known ? read!.error?.issues : 'unknown block' }, 'a block of a page was left out')
  return false
}
