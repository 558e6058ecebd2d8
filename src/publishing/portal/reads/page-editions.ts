import { type Db, query } from '../../../platform/database/index.ts'
import type { PlacedBlock } from '../arrangement.ts'
import type { PageName } from '../regions.ts'

/** An arrangement that stands, or stood, before the public: since when (ISO), and which one it is, if it was made here. */
export type PageEdition = { page: PageName; number: number; since: string; arrangement_id: number | null }

const editions = query<{ page: string | null }, PageEdition>(
  `select e.page, e.number, e.recorded_at as since, e.arrangement_id
     from page_edition e
    where :page::text is null or e.page = :page
    order by e.page, e.number desc
    limit 200`,
)

/** All that stood, the living one of each page first. */
export function listPageEditions(db: Pick<Db, 'executeQuery'>, page: PageName | null = null): Promise<PageEdition[]> {
  return editions(db, { page })
}

const blocks = query<{ page: PageName; number: number }, PlacedBlock>(
  `select b.region, b.block, b.settings
     from page_edition e
     join page_block b on b.page = e.page and b.recorded @> e.recorded_at
    where e.page = :page and e.number = :number
    order by b.region, b.place`,
)

/** The blocks of an edition of a page, in their order; none where there is no edition of this number. */
export async function listBlocksOfEdition(db: Pick<Db, 'executeQuery'>, page: PageName, number: number): Promise<PlacedBlock[]> {
  return number < 1 || number > 2 ** 31 - 1 ? [] : blocks(db, { page, number })
}
