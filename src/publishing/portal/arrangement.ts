import type { Problem } from '../../basis/shared/outcome.ts'
import { blocks } from './blocks/blocks.ts'
import { type PageName, page_regions, type Region } from './regions.ts'

/** A block at its place, with how it is set. */
export type PlacedBlock = { region: Region; block: string; settings: Record<string, unknown> }

/** Nobody scrolls further, and each block is a question to the register. */
export const most_blocks = 30

/** What a page cannot do without: an article page shows its article, that of a movement where it stands. */
const indispensable: Partial<Record<PageName, string>> = { article: 'news-view', movement: 'movement-header' }

/** Whether a block can stand in a region of a page. */
export function canStand(type: string, page: PageName, region: Region): boolean {
  const block = blocks.get(type)
  const regions: readonly Region[] = page_regions[page]
  return (
    block !== undefined &&
    regions.includes(region) &&
    (block.pages ?? [page]).includes(page) &&
    (block.regions ?? [region]).includes(region)
  )
}

type BlocksCode = 'empty-page' | 'too-many-blocks' | 'block-missing' | 'not-there' | 'unfit-settings' | 'block-twice'

/** What is wrong with an arrangement as a whole, before anybody else is asked to look at it. */
export function* problemsWithBlocks(page: PageName, placed: readonly PlacedBlock[]): Generator<Problem<BlocksCode>> {
  if (placed.length === 0) yield { code: 'empty-page' }
  if (placed.length > most_blocks) yield { code: 'too-many-blocks', limit: most_blocks }
  const missing = indispensable[page]
  if (missing && !placed.some(({ block }) => block === missing)) yield { code: 'block-missing', values: { block: missing } }
  for (const one of placed) yield* problemsWithBlock(page, one, placed)
}

function* problemsWithBlock(
  page: PageName,
  { block, region, settings }: PlacedBlock,
  placed: readonly PlacedBlock[],
): Generator<Problem<BlocksCode>> {
  const known = blocks.get(block)
  const values = { block }
  if (!known || !canStand(block, page, region)) yield { code: 'not-there', values }
  else if (!known.settings_of.safeParse(settings).success) yield { code: 'unfit-settings', values }
  else if (!known.is_repeatable && placed.filter(one => one.block === block).length > 1) yield { code: 'block-twice', values }
}
